package org.lynceus.inference.internal.decode.objects;

import java.util.List;
import java.util.Map;
import org.lynceus.inference.internal.decode.DecoderFactory;
import org.lynceus.model.api.role.DetectedObject;

/** The decoders of object detectors. */
public final class ObjectDecoders {
    private ObjectDecoders() {}

    /** By the names that {@code decoder} in {@code model.properties} may give. */
    public static Map<String, DecoderFactory<List<DetectedObject>>> all() {
        return Map.of(
                "yolox", YoloxDecoder::create,
                "yolov5", YoloRowsDecoder::create,
                "yolov8", YoloPlanesDecoder::new,
                "detr", DetrDecoder::new,
                "efficientdet", EfficientDetDecoder::new,
                "ssd", SsdDecoder::new,
                "nanodet", NanoDetDecoder::new);
    }
}
