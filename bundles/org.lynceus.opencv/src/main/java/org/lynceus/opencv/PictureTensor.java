package org.lynceus.opencv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.GraphInfo.ColorOrder;
import org.lynceus.model.api.GraphInfo.Layout;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The input tensor of a graph, in a direct buffer that is filled anew for each picture. Where the graph leaves rows or
 * columns free, the buffer grows with the pictures, up to a limit. Belongs to one translator, which closes it; not
 * thread-safe.
 */
public final class PictureTensor implements AutoCloseable {
    /** The most pixels of a picture whose size the graph leaves free. */
    public static final int MOST_PIXELS = 1 << 24;

    private static final int GRANULE = 1 << 16;

    private final GraphInfo graph;
    private ByteBuffer bytes;
    private boolean closed;

    static {
        OpenCv.load();
    }

    /**
     * Allocates the tensor for one picture, at once where the graph gives its size.
     *
     * @param graph shape, layout, colour order and normalisation
     */
    public PictureTensor(GraphInfo graph) {
        this.graph = graph;
        this.bytes = graph.fixedSize() ? allocate(bytes(graph.height(), graph.width())) : allocate(0);
    }

    /**
     * Fills the tensor from a picture: resizes it to the graph's input without keeping the aspect, orders the channels
     * and computes {@code (p - mean) * scale}. Rows and columns that the graph leaves free are those of the picture.
     *
     * @param bgr matrix of type 8UC3
     * @return the tensor; valid until the next call or the end
     * @throws IllegalStateException when closed
     * @throws IllegalArgumentException when the graph leaves the size free and the picture has more than
     *     {@link #MOST_PIXELS}
     */
    public FloatBuffer fill(Mat bgr) {
        if (closed) {
            throw new IllegalStateException("the tensor of graph " + graph.name() + " is closed");
        }
        int height = graph.height() > 0 ? graph.height() : bgr.height();
        int width = graph.width() > 0 ? graph.width() : bgr.width();
        reserve(height, width);
        if (bgr.width() == width && bgr.height() == height) {
            normalise(bgr);
        } else {
            Mat resized = new Mat();
            try {
                Imgproc.resize(bgr, resized, new Size(width, height));
                normalise(resized);
            } finally {
                resized.release();
            }
        }
        return bytes.asFloatBuffer().limit(bytes(height, width) / Float.BYTES);
    }

    /** Frees the memory at once. Idempotent. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            DirectMemory.free(bytes);
        }
    }

    private void reserve(int height, int width) {
        if (graph.fixedSize()) {
            return;
        }
        if ((long) height * width > MOST_PIXELS) {
            throw new IllegalArgumentException("graph " + graph.name() + " takes no more than " + MOST_PIXELS
                    + " pixels, not " + width + " x " + height);
        }
        int needed = bytes(height, width);
        if (bytes.capacity() < needed) {
            ByteBuffer larger = allocate((needed + GRANULE - 1) / GRANULE * GRANULE);
            DirectMemory.free(bytes);
            bytes = larger;
        }
    }

    private int bytes(int height, int width) {
        return Math.multiplyExact(Math.multiplyExact(height, width), graph.channels() * Float.BYTES);
    }

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    private void normalise(Mat bgr) {
        if (graph.color() == ColorOrder.GRAY) {
            fillGray(bgr);
        } else if (graph.layout() == Layout.NCHW) {
            fillPlanes(bgr);
        } else {
            fillInterleaved(bgr);
        }
    }

    private void fillGray(Mat bgr) {
        Mat luma = new Mat();
        try {
            Imgproc.cvtColor(bgr, luma, Imgproc.COLOR_BGR2GRAY);
            fillPlane(luma, 0);
        } finally {
            luma.release();
        }
    }

    private void fillPlanes(Mat bgr) {
        Mat plane = new Mat();
        try {
            for (int channel = 0; channel < graph.channels(); channel++) {
                Core.extractChannel(bgr, plane, blueFirst(channel));
                fillPlane(plane, channel);
            }
        } finally {
            plane.release();
        }
    }

    private void fillPlane(Mat plane, int channel) {
        int planeBytes = plane.height() * plane.width() * Float.BYTES;
        Mat target = new Mat(
                plane.height(),
                plane.width(),
                CvType.CV_32FC1,
                bytes.slice(channel * planeBytes, planeBytes),
                (long) plane.width() * Float.BYTES);
        double scale = graph.scale().get(channel);
        plane.convertTo(target, CvType.CV_32F, scale, -graph.mean().get(channel) * scale);
        target.release();
    }

    private void fillInterleaved(Mat bgr) {
        Mat target = new Mat(
                bgr.height(), bgr.width(), CvType.CV_32FC3, bytes, (long) bgr.width() * graph.channels() * Float.BYTES);
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
        return graph.color() == ColorOrder.BGR ? channel : graph.channels() - 1 - channel;
    }

    private boolean uniform() {
        return graph.scale().stream().distinct().count() == 1
                && graph.mean().stream().distinct().count() == 1;
    }

    private static Scalar scalar(List<Float> values) {
        return new Scalar(values.get(0), values.get(1), values.get(2));
    }
}
