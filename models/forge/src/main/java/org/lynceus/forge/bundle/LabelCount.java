package org.lynceus.forge.bundle;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.lynceus.forge.ForgeException;

/** Checks that a model has as many labels as its output has classes: one line too many or too few shifts all names. */
public final class LabelCount {
    private static final int BOX = 4;
    private static final int BOX_AND_OBJECTNESS = 5;

    private LabelCount() {}

    /**
     * Checks the number of labels.
     *
     * @param label the beginning of messages
     * @param properties the description: {@code decoder} and what belongs to it
     * @param labels how many labels there are
     * @param outputs the shapes of all outputs of all graphs
     * @throws ForgeException when no output has that many classes, for decoders whose outputs are known to have classes
     */
    public static void require(String label, Properties properties, int labels, Collection<List<Long>> outputs)
            throws ForgeException {
        String decoder = properties.getProperty("decoder", "").strip();
        Optional<String> expectation = expectation(decoder);
        if (expectation.isPresent()
                && outputs.stream().noneMatch(shape -> fits(decoder, bins(properties), shape, labels))) {
            throw new ForgeException(label + ": " + labels + " labels do not fit the outputs " + outputs + ": decoder '"
                    + decoder + "' needs " + expectation.get());
        }
    }

    private static Optional<String> expectation(String decoder) {
        return switch (decoder) {
            case "classification", "efficientdet", "segmentation", "attributes" -> Optional.of("one label per class");
            case "ctc" ->
                Optional.of("one label per class after the blank, or one less when the last class is a space");
            case "yolox", "yolov5" -> Optional.of("5 values per box more than labels");
            case "yolov8" -> Optional.of("4 values per box more than labels");
            case "detr" -> Optional.of("as many classes as labels, or one more for the background");
            case "nanodet" -> Optional.of("one score per label");
            default -> Optional.empty();
        };
    }

    private static boolean fits(String decoder, OptionalLong bins, List<Long> shape, long labels) {
        long last = shape.isEmpty() ? 0 : shape.get(shape.size() - 1);
        return switch (decoder) {
            case "classification", "efficientdet", "attributes" -> last == labels;
            case "segmentation" -> shape.contains(labels);
            case "ctc" -> last == labels + 1 || last == labels + 2;
            case "yolox", "yolov5" -> last == labels + BOX_AND_OBJECTNESS;
            case "yolov8" -> shape.contains(labels + BOX);
            case "detr" -> last == labels || last == labels + 1;
            case "nanodet" ->
                shape.contains(labels) || (bins.isPresent() && shape.contains(labels + BOX * bins.getAsLong()));
            default -> true;
        };
    }

    private static OptionalLong bins(Properties properties) {
        String bins = properties.getProperty("bins", "").strip();
        return bins.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(bins)) : OptionalLong.empty();
    }
}
