package org.lynceus.itests;

import java.awt.Color;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The bundles of {@link OwnModels}, as the script makes them. */
final class OwnBundles {
    /** The licence that is stated for all of them. */
    static final String LICENCE = "CC-BY-NC-4.0";

    /** What the image tower's labels mean. */
    static final List<Color> COLORS = List.of(Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW);

    private static final String LICENSED = "--licence=" + LICENCE;
    private static final double[] CLIP_MEAN = {0.48145466, 0.4578275, 0.40821073};
    private static final double[] CLIP_DEVIATION = {0.26862954, 0.26130258, 0.27577711};

    private OwnBundles() {}

    /**
     * Packs all models, two at a time.
     *
     * @return the bundles by the ids of their models
     */
    static Map<String, Path> pack(ModelPack packer) throws Exception {
        Map<String, Callable<Path>> orders = new LinkedHashMap<>();
        orders.put(
                "own-yolox",
                () -> packer.pack(
                        "own-yolox",
                        "object-detection",
                        packer.file("yolox.onnx", OwnModels.yolox()),
                        "--labels=" + packer.names("yolox.txt", "red", "blue"),
                        LICENSED));
        orders.put(
                "own-detr",
                () -> packer.pack(
                        "own-detr",
                        "object-detection",
                        packer.file("detr.onnx", OwnModels.detr()),
                        "--labels=" + packer.names("detr.txt", "red", "green"),
                        LICENSED));
        orders.put(
                "own-arcface",
                () -> packer.pack(
                        "own-arcface", "face-embedding", packer.file("arcface.onnx", OwnModels.arcFace()), LICENSED));
        orders.put(
                "own-clip",
                () -> packer.pack(
                        "own-clip",
                        "open-vocabulary-tagging",
                        packer.file("clip.onnx", OwnModels.imageTower()),
                        "--labels="
                                + packer.names(
                                        "clip.txt",
                                        COLORS.stream().map(OwnBundles::name).toArray(String[]::new)),
                        "--label-vectors="
                                + packer.file(
                                        "clip.npy",
                                        OwnModels.labelVectors(COLORS.stream()
                                                .map(OwnBundles::meaning)
                                                .toArray(float[][]::new))),
                        LICENSED));
        orders.put(
                "own-tflite",
                () -> packer.pack(
                        "own-tflite",
                        "image-classification",
                        packer.file("classifier.tflite", OwnModels.tfliteClassifier()),
                        "--labels=" + packer.names("classifier.txt", "red", "green", "blue"),
                        LICENSED));
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            Map<String, Future<Path>> running = new LinkedHashMap<>();
            orders.forEach((id, order) -> running.put(id, workers.submit(order)));
            Map<String, Path> packed = new LinkedHashMap<>();
            for (Map.Entry<String, Future<Path>> one : running.entrySet()) {
                packed.put(one.getKey(), one.getValue().get());
            }
            return packed;
        } finally {
            workers.shutdown();
        }
    }

    /** A colour as CLIP's towers are fed with it. */
    private static float[] meaning(Color color) {
        float[] ratios = color.getRGBColorComponents(null);
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (float) ((ratios[i] - CLIP_MEAN[i]) / CLIP_DEVIATION[i]);
        }
        return ratios;
    }

    /** The name of a colour. */
    static String name(Color color) {
        return Map.of(Color.RED, "red", Color.GREEN, "green", Color.BLUE, "blue", Color.YELLOW, "yellow")
                .get(color);
    }
}
