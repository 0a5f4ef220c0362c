package org.lynceus.inference.internal.decode.objects;

import java.util.List;
import java.util.Map;
import org.lynceus.inference.internal.decode.Contexts;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.model.api.role.DetectedObject;

/** Decodes numbers that tests write down, for an input of 64 × 32 pixels that shows the whole picture. */
final class Decoding {
    static final int WIDTH = 64;
    static final int HEIGHT = 32;
    private static final List<Long> SHAPE = List.of(1L, 3L, (long) HEIGHT, (long) WIDTH);

    private Decoding() {}

    static List<DetectedObject> decode(
            String decoder, Map<String, String> properties, List<String> labels, Tensor... outputs) {
        return ObjectDecoders.all()
                .get(decoder)
                .create(Contexts.of(SHAPE, properties, labels.toArray(String[]::new)))
                .decode(Frame.whole(WIDTH, HEIGHT, 1000, 500), new Outputs(List.of(outputs)));
    }

    /** A thing in words: label, confidence, and its edges in pixels of the input. */
    static List<String> words(List<DetectedObject> objects) {
        return objects.stream()
                .map(object -> "%s %.1f %.2f %.2f %.2f %.2f"
                        .formatted(
                                object.label(),
                                object.confidence(),
                                object.box().left() * WIDTH,
                                object.box().top() * HEIGHT,
                                object.box().right() * WIDTH,
                                object.box().bottom() * HEIGHT))
                .toList();
    }

    /** An output of zeros. */
    static Tensor zeros(String name, long... shape) {
        int size = 1;
        for (long extent : shape) {
            size *= (int) extent;
        }
        return new Tensor(name, shape, new float[size]);
    }

    /** Writes numbers into a row of a table. */
    static Tensor row(Tensor table, int row, double... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            table.values()[row * table.axis(-1) + i] = (float) numbers[i];
        }
        return table;
    }

    /** Writes numbers into a column of a table. */
    static Tensor column(Tensor table, int column, double... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            table.values()[i * table.axis(-1) + column] = (float) numbers[i];
        }
        return table;
    }
}
