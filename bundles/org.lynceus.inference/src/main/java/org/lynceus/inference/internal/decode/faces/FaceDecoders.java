package org.lynceus.inference.internal.decode.faces;

import java.util.List;
import java.util.Map;
import org.lynceus.inference.internal.decode.DecoderFactory;
import org.lynceus.model.api.role.DetectedFace;

/** The decoders of face detectors. */
public final class FaceDecoders {
    private FaceDecoders() {}

    /** By the names that {@code decoder} in {@code model.properties} may give. */
    public static Map<String, DecoderFactory<List<DetectedFace>>> all() {
        return Map.of(
                "ultraface", UltraFaceDecoder::new,
                "blazeface", BlazeFaceDecoder::new,
                "yunet", YuNetDecoder::new,
                "scrfd", ScrfdDecoder::new,
                "retinaface", RetinaFaceDecoder::new);
    }
}
