package org.lynceus.packer.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lynceus.forge.ForgeException;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.lite.support.metadata.MetadataExtractor;
import org.tensorflow.lite.support.metadata.schema.ColorSpaceType;
import org.tensorflow.lite.support.metadata.schema.ContentProperties;
import org.tensorflow.lite.support.metadata.schema.ImageProperties;
import org.tensorflow.lite.support.metadata.schema.NormalizationOptions;
import org.tensorflow.lite.support.metadata.schema.ProcessUnitOptions;
import org.tensorflow.lite.support.metadata.schema.TensorMetadata;

/** What a TensorFlow Lite file says of its input, and the names that are appended to it. */
final class TfliteFacts {
    private static final int SIGNED_OFFSET = 128;
    private static final String QUANTISED = "the file's quantisation of its input";
    private static final String USUAL = "most float TensorFlow Lite files";

    private TfliteFacts() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its facts: from the metadata, otherwise from the quantisation of the input
     * @throws ForgeException when it is damaged
     */
    static SourceFacts read(UserFile file) throws ForgeException {
        ByteBuffer bytes = ByteBuffer.wrap(file.weights().main()).order(ByteOrder.LITTLE_ENDIAN);
        try {
            MetadataExtractor extractor = new MetadataExtractor(bytes);
            Map<String, String> settings = new LinkedHashMap<>();
            String from = quantisation(extractor, settings);
            if (extractor.hasMetadata() && !from.equals(QUANTISED)) {
                from = normalisation(extractor.getInputTensorMetadata(0), settings, from);
            }
            return new SourceFacts(settings, from, !from.equals(USUAL), AppendedLabels.read(file), "");
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException e) {
            throw new ForgeException(
                    file.path() + " is no TensorFlow Lite file, or it is damaged or cut off ("
                            + file.weights().main().length + " bytes)",
                    e);
        }
    }

    /** A quantised input holds p for bytes 0 to 255, p - 128 for signed ones: its real value is (q - zero) * scale. */
    private static String quantisation(MetadataExtractor extractor, Map<String, String> settings) {
        byte type = extractor.getInputTensorType(0);
        MetadataExtractor.QuantizationParams params = extractor.getInputTensorQuantizationParams(0);
        if (type != TensorType.UINT8 && type != TensorType.INT8) {
            settings.put("mean", "127.5");
            settings.put("scale", Float.toString(1 / 127.5f));
            return USUAL;
        }
        boolean scaled = params.getScale() > 0;
        int zero = scaled ? params.getZeroPoint() : 0;
        settings.put("mean", Integer.toString(type == TensorType.INT8 ? zero + SIGNED_OFFSET : zero));
        settings.put("scale", scaled ? Float.toString(params.getScale()) : "1");
        return QUANTISED;
    }

    private static String normalisation(TensorMetadata input, Map<String, String> settings, String otherwise) {
        if (input == null) {
            return otherwise;
        }
        if (input.content() != null
                && input.content().contentPropertiesType() == ContentProperties.ImageProperties
                && input.content().contentProperties(new ImageProperties()) instanceof ImageProperties image
                && image.colorSpace() == ColorSpaceType.GRAYSCALE) {
            settings.put("color", "GRAY");
        }
        for (int i = 0; i < input.processUnitsLength(); i++) {
            if (input.processUnits(i).optionsType() == ProcessUnitOptions.NormalizationOptions
                    && input.processUnits(i).options(new NormalizationOptions()) instanceof NormalizationOptions options
                    && options.meanLength() > 0
                    && options.stdLength() == options.meanLength()) {
                StringBuilder mean = new StringBuilder();
                StringBuilder scale = new StringBuilder();
                for (int channel = 0; channel < options.meanLength(); channel++) {
                    mean.append(channel == 0 ? "" : ",").append(options.mean(channel));
                    scale.append(channel == 0 ? "" : ",").append(1 / options.std(channel));
                }
                settings.put("mean", mean.toString());
                settings.put("scale", scale.toString());
                return "the file's metadata";
            }
        }
        return otherwise;
    }
}
