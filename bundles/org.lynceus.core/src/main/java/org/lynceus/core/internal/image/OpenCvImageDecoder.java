package org.lynceus.core.internal.image;

import java.time.Duration;
import org.lynceus.api.Image;
import org.lynceus.api.ImageDecoder;
import org.lynceus.api.ImageLimits;
import org.lynceus.api.Timings;
import org.lynceus.api.VisionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Opens pictures: headers are read here, pixels are decoded by OpenCV when they are asked for. */
@Component(name = OpenCvImageDecoder.PID, service = ImageDecoder.class)
@Designate(ocd = OpenCvImageDecoder.Config.class)
public final class OpenCvImageDecoder implements ImageDecoder {
    static final String PID = "org.lynceus.core";

    private static final long MEBIBYTE = 1 << 20;
    private static final long MAX_IDLE = 32 * MEBIBYTE;

    /** How much memory pictures may take. */
    @ObjectClassDefinition(name = "Lynceus images")
    public @interface Config {
        /** Memory of all decoded pictures together. */
        @AttributeDefinition(description = "Memory for decoded pictures in MiB, at least 1")
        int pixel_budget_mb() default 512;

        /** Requests that may wait for that memory. */
        @AttributeDefinition(description = "How many requests may wait for that memory")
        int pixel_queue() default 32;

        /** Longest wait. */
        @AttributeDefinition(description = "How many seconds a request may wait for that memory")
        int pixel_queue_seconds() default 20;
    }

    private final BufferPool pool;
    private final PixelDecoder decoder;

    /** Starts with an unused budget. */
    @Activate
    public OpenCvImageDecoder(Config config) {
        this(new PixelBudget(
                Math.max(1, config.pixel_budget_mb()) * MEBIBYTE,
                config.pixel_queue(),
                Duration.ofSeconds(config.pixel_queue_seconds())));
    }

    OpenCvImageDecoder(PixelBudget budget) {
        this.pool = new BufferPool(MAX_IDLE);
        this.decoder = new PixelDecoder(budget, pool);
    }

    @Override
    public Image open(byte[] file, ImageLimits limits) throws VisionException {
        long start = System.nanoTime();
        try {
            EncodedPicture picture = parse(file);
            PictureSizes.check(picture, limits);
            return new DecodedImage(decoder, picture, file.length);
        } finally {
            Timings.add("decode", System.nanoTime() - start);
        }
    }

    @Deactivate
    void deactivate() {
        pool.close();
    }

    private static EncodedPicture parse(byte[] file) throws VisionException {
        if (JpegParser.recognises(file)) {
            return JpegParser.parse(file);
        }
        if (PngParser.recognises(file)) {
            return PngParser.parse(file);
        }
        throw BrokenPicture.exception();
    }
}
