package org.lynceus.detector.faces.internal.find;

import ai.djl.translate.Translator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;
import org.lynceus.model.api.role.DetectedFace;
import org.lynceus.model.api.role.Role;

/** A face detection model of some family, whose graphs, named by their widths, find what the test says. */
final class FakeDetector implements Model {
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<String> closed = new ArrayList<>();
    private final ModelInfo info;
    private final Map<String, Function<Pixels, List<DetectedFace>>> finds = new HashMap<>();

    /** Creates a model with square inputs; −1 is a free size. */
    FakeDetector(Map<String, String> properties, int... widths) {
        this.info = new ModelInfo(
                "fake",
                "1",
                "face-detection",
                Arrays.stream(widths).mapToObj(FakeDetector::graph).toList(),
                List.of(),
                properties);
    }

    /** Lets a graph find a face, given in ratios. */
    FakeDetector finding(int width, float confidence, float left, float top, float right, float bottom) {
        return finding(
                width,
                picture -> List.of(new DetectedFace(
                        confidence, new BoundingBox(left, top, right - left, bottom - top), List.of())));
    }

    /** Lets a graph look. */
    FakeDetector finding(int width, Function<Pixels, List<DetectedFace>> eyes) {
        finds.put("" + width, eyes);
        return this;
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public <I, O> Inference<I, O> bind(String graph, Supplier<? extends Translator<I, O>> translator) {
        throw new UnsupportedOperationException("only through the role");
    }

    @Override
    @SuppressWarnings("unchecked") // the role says what goes in and out
    public <I, O> Inference<I, O> bind(Role<I, O> role, String graph) {
        if (!role.equals(Role.FACE_DETECTION)) {
            throw new IllegalArgumentException("not " + role);
        }
        return (Inference<I, O>) new Eyes(graph);
    }

    private static GraphInfo graph(int width) {
        return new GraphInfo(
                "" + width,
                "g.onnx",
                "00",
                List.of(1L, 3L, (long) width, (long) width),
                GraphInfo.Layout.NCHW,
                GraphInfo.ColorOrder.RGB,
                List.of(0f),
                List.of(1f));
    }

    private final class Eyes implements Inference<Pixels, List<DetectedFace>> {
        private final String graph;

        Eyes(String graph) {
            this.graph = graph;
        }

        @Override
        public List<DetectedFace> run(Pixels picture) {
            calls.add(graph);
            return finds.getOrDefault(graph, any -> List.of()).apply(picture);
        }

        @Override
        public List<List<DetectedFace>> runAll(List<Pixels> pictures) throws VisionException {
            throw new UnsupportedOperationException("one at a time");
        }

        @Override
        public void close() {
            closed.add(graph);
        }
    }
}
