package org.lynceus.detector.faces.internal.attributes.net;

import java.util.List;
import org.lynceus.api.VisionException;
import org.lynceus.detector.faces.internal.attributes.view.FaceView;
import org.lynceus.detector.faces.internal.face.SquareCrop;
import org.lynceus.model.api.Model;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Tells age and gender. Thread-safe.
 *
 * <p>Outputs, told apart by their sizes: 100 probabilities of the ages 0–99, the probability of a man, 1,024 pooled
 * features and, where the model gives it, the map of 14 × 14 × 512 that they come from.
 * The age is the expectation over the 100 probabilities (Rothe, Timofte and Van Gool, "DEX", 2015), which is nearer than
 * the most probable age.
 */
public final class AgeGenderNet implements AutoCloseable {
    /** Pooled features. */
    static final int POOLED = 1024;

    private static final int SAMPLE_SIDE = 64;
    private static final int AGES = 100;
    private static final double USUAL_SCALE = 1.4;

    private final CropNet net;

    /**
     * Binds a model of the role {@code face-age-gender}.
     *
     * @throws IllegalArgumentException when its description does not fit
     */
    public AgeGenderNet(Model model) {
        this.net = new CropNet(model, USUAL_SCALE);
    }

    /** Looks at a face. */
    public AgeGender look(FaceView face) throws VisionException {
        return look(face.crop(net.cropScale()));
    }

    /** Looks at a black picture, to see what the model gives. */
    public AgeGender sample() throws VisionException {
        Mat black = Mat.zeros(SAMPLE_SIDE, SAMPLE_SIDE, CvType.CV_8UC3);
        try {
            return look(new SquareCrop(black, SAMPLE_SIDE / 2.0, SAMPLE_SIDE / 2.0, SAMPLE_SIDE, 0));
        } finally {
            black.release();
        }
    }

    @Override
    public void close() {
        net.close();
    }

    private AgeGender look(SquareCrop crop) throws VisionException {
        List<float[]> outputs = net.outputs(new Cut(crop));
        float[] ages = net.ofLength(outputs, AGES, "the probabilities of the ages");
        double sum = 0;
        double weighted = 0;
        for (int age = 0; age < AGES; age++) {
            sum += ages[age];
            weighted += ages[age] * age;
        }
        return new AgeGender(
                sum > 0 ? weighted / sum : 0,
                net.ofLength(outputs, 1, "the probability of a man")[0],
                net.ofLength(outputs, POOLED, "the pooled features"),
                outputs.stream()
                        .filter(output -> output.length == MapBands.MAP)
                        .findFirst()
                        .map(MapBands::means)
                        .orElse(new float[0]));
    }
}
