package org.lynceus.detector.faces.internal.attributes.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.lynceus.api.VisionException;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;

/** The first graph of a model that looks at square crops. Thread-safe. */
final class CropNet implements AutoCloseable {
    private static final String CROP_SCALE = "crop.scale";

    private final String name;
    private final double cropScale;
    private final boolean batches;
    private final Inference<List<Cut>, List<float[]>> inference;

    /**
     * Binds a model.
     *
     * @param usualScale side of its crops when the description has no {@code crop.scale}
     * @throws IllegalArgumentException when the graph does not take square pictures of a fixed size, or the scale is none
     */
    CropNet(Model model, double usualScale) {
        ModelInfo info = model.info();
        GraphInfo graph = info.graphs().get(0);
        this.name = "model " + info.id();
        this.cropScale = cropScale(info, usualScale);
        if (!graph.fixedSize() || graph.width() != graph.height()) {
            throw new IllegalArgumentException(name + ": graph " + graph.name() + " takes pictures of " + graph.width()
                    + " x " + graph.height() + ", not square ones of a fixed size");
        }
        this.batches = graph.shape().get(0) < 0;
        this.inference = model.bind(graph.name(), () -> new CutsTranslator(graph));
    }

    /** Side of a crop in sides of what the model looks at. */
    double cropScale() {
        return cropScale;
    }

    /** Runs the graph on one cut and gives its outputs. */
    List<float[]> outputs(Cut cut) throws VisionException {
        return inference.run(List.of(cut));
    }

    /**
     * Runs the graph on several cuts, at once where its batch axis is free, and gives a row of the first output for each.
     *
     * @param length of a row, at least
     * @throws VisionException also when a row is shorter
     */
    List<float[]> rows(List<Cut> cuts, int length) throws VisionException {
        List<float[]> rows = new ArrayList<>();
        if (batches) {
            float[] all = inference.run(cuts).get(0);
            int each = all.length / cuts.size();
            for (int row = 0; row < cuts.size(); row++) {
                rows.add(Arrays.copyOfRange(all, row * each, (row + 1) * each));
            }
        } else {
            for (Cut cut : cuts) {
                rows.add(inference.run(List.of(cut)).get(0));
            }
        }
        for (float[] row : rows) {
            if (row.length < length) {
                throw new VisionException(
                        VisionException.Reason.INTERNAL,
                        "The " + name + " gives " + row.length + " numbers, not " + length + ".");
            }
        }
        return rows;
    }

    /**
     * The output of so many numbers.
     *
     * @throws VisionException when there is none
     */
    float[] ofLength(List<float[]> outputs, int length, String meaning) throws VisionException {
        for (float[] output : outputs) {
            if (output.length == length) {
                return output;
            }
        }
        String lengths = outputs.stream().map(output -> "" + output.length).collect(Collectors.joining(", "));
        throw new VisionException(
                VisionException.Reason.INTERNAL,
                "The " + name + " has outputs of " + lengths + " numbers and none of " + length + ", " + meaning + ".");
    }

    @Override
    public void close() {
        inference.close();
    }

    private double cropScale(ModelInfo info, double usual) {
        String value = info.property(CROP_SCALE).map(String::trim).orElse("" + usual);
        try {
            double parsed = Double.parseDouble(value);
            if (parsed > 0) {
                return parsed;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": " + CROP_SCALE + " is no number: " + value, e);
        }
        throw new IllegalArgumentException(name + ": " + CROP_SCALE + " must be above 0, not " + value);
    }
}
