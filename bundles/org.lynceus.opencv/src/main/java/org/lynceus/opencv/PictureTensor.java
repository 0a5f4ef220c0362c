package org.lynceus.opencv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.GraphInfo.ColorOrder;
import org.lynceus.model.api.GraphInfo.Layout;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * The input tensor of a graph, in a direct buffer that is filled anew for each picture. Belongs to one translator, which
 * closes it; not thread-safe.
 */
public final class PictureTensor implements AutoCloseable {
    private static final int CHANNELS = 3;

    private final GraphInfo graph;
    private final ByteBuffer bytes;
    private final int planeBytes;
    private boolean closed;

    static {
        OpenCv.load();
    }

    /**
     * Allocates the tensor for one picture.
     *
     * @param graph shape, layout, colour order and normalisation
     */
    public PictureTensor(GraphInfo graph) {
        this.graph = graph;
        this.planeBytes = graph.height() * graph.width() * Float.BYTES;
        this.bytes = ByteBuffer.allocateDirect(CHANNELS * planeBytes).order(ByteOrder.nativeOrder());
    }

    /**
     * Fills the tensor from a picture: resizes it to the graph's input without keeping the aspect, orders the channels
     * and computes {@code (p - mean) * scale}.
     *
     * @param bgr matrix of type 8UC3
     * @return the tensor; valid until the next call or the end
     * @throws IllegalStateException when closed
     */
    public FloatBuffer fill(Mat bgr) {
        if (closed) {
            throw new IllegalStateException("the tensor of graph " + graph.name() + " is closed");
        }
        if (bgr.width() == graph.width() && bgr.height() == graph.height()) {
            normalise(bgr);
        } else {
            Mat resized = new Mat();
            try {
                Imgproc.resize(bgr, resized, new org.opencv.core.Size(graph.width(), graph.height()));
                normalise(resized);
            } finally {
                resized.release();
            }
        }
        return bytes.asFloatBuffer();
    }

    /** Frees the memory at once. Idempotent. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            DirectMemory.free(bytes);
        }
    }

    private void normalise(Mat bgr) {
        if (graph.layout() == Layout.NCHW) {
            fillPlanes(bgr);
        } else {
            fillInterleaved(bgr);
        }
    }

    private void fillPlanes(Mat bgr) {
        Mat plane = new Mat();
        try {
            for (int channel = 0; channel < CHANNELS; channel++) {
                Core.extractChannel(bgr, plane, blueFirst(channel));
                Mat target = new Mat(
                        graph.height(),
                        graph.width(),
                        CvType.CV_32FC1,
                        bytes.slice(channel * planeBytes, planeBytes),
                        (long) graph.width() * Float.BYTES);
                double scale = graph.scale().get(channel);
                plane.convertTo(target, CvType.CV_32F, scale, -graph.mean().get(channel) * scale);
                target.release();
            }
        } finally {
            plane.release();
        }
    }

    private void fillInterleaved(Mat bgr) {
        Mat target = new Mat(
                graph.height(), graph.width(), CvType.CV_32FC3, bytes, (long) graph.width() * CHANNELS * Float.BYTES);
        Mat ordered = graph.color() == ColorOrder.RGB ? new Mat() : bgr;
        try {
            if (graph.color() == ColorOrder.RGB) {
                Imgproc.cvtColor(bgr, ordered, Imgproc.COLOR_BGR2RGB);
            }
            if (uniform()) {
                double scale = graph.scale().get(0);
                ordered.convertTo(target, CvType.CV_32F, scale, -graph.mean().get(0) * scale);
            } else {
                ordered.convertTo(target, CvType.CV_32F);
                Core.subtract(target, scalar(graph.mean()), target);
                Core.multiply(target, scalar(graph.scale()), target);
            }
        } finally {
            target.release();
            if (ordered != bgr) {
                ordered.release();
            }
        }
    }

    private int blueFirst(int channel) {
        return graph.color() == ColorOrder.BGR ? channel : CHANNELS - 1 - channel;
    }

    private boolean uniform() {
        return graph.scale().stream().distinct().count() == 1
                && graph.mean().stream().distinct().count() == 1;
    }

    private static Scalar scalar(java.util.List<Float> values) {
        return new Scalar(values.get(0), values.get(1), values.get(2));
    }
}
