package org.lynceus.testpictures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.lynceus.api.Image;
import org.lynceus.api.Pixels;
import org.lynceus.opencv.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * A picture in memory, at full size whatever is asked for.
 *
 * @param picture BGR matrix, owned
 */
public record TestImage(Mat picture) implements Image {
    static {
        OpenCv.load();
    }

    /**
     * Reads one of the test pictures.
     *
     * @param name such as {@code sample1.jpg}
     */
    public static TestImage read(String name) throws IOException {
        try (InputStream stream = TestImage.class.getResourceAsStream("/testpictures/" + name)) {
            return new TestImage(Imgcodecs.imdecode(new MatOfByte(stream.readAllBytes()), Imgcodecs.IMREAD_COLOR));
        }
    }

    @Override
    public int width() {
        return picture.width();
    }

    @Override
    public int height() {
        return picture.height();
    }

    @Override
    public boolean oriented() {
        return false;
    }

    @Override
    public Pixels pixels(int minLongSide) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(3 * picture.width() * picture.height());
        picture.copyTo(new Mat(picture.height(), picture.width(), CvType.CV_8UC3, buffer, 3L * picture.width()));
        return new Full(picture.width(), picture.height(), buffer);
    }

    @Override
    public void close() {
        picture.release();
    }

    private record Full(int width, int height, ByteBuffer buffer) implements Pixels {
        @Override
        public int stride() {
            return 3 * width;
        }

        @Override
        public void close() {
            // The buffer is the garbage collector's.
        }
    }
}
