package org.lynceus.detector.celebrities.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.api.face.FaceEncoders;

/** Encoders of a list that tests change. */
public final class FakeEncoders implements FaceEncoders {
    /** What is installed, best first. */
    public final List<FaceEncoder> installed = new ArrayList<>();

    /** What is named as installed and gone when it is called. */
    public final List<String> vanishing = new ArrayList<>();

    /** How often an encoder was called. */
    public int calls;

    /** Fake encoders of these versions. */
    public FakeEncoders(String... versions) {
        for (String version : versions) {
            installed.add(new FakeEncoder(version));
        }
    }

    @Override
    public <T> T call(Optional<String> version, Work<T> work) throws VisionException {
        calls++;
        for (FaceEncoder encoder : installed) {
            if (encoder.version().equals(version.orElseThrow())) {
                return work.with(encoder);
            }
        }
        throw new VisionException(VisionException.Reason.NOT_INSTALLED, "gone");
    }

    @Override
    public List<String> versions() {
        List<String> versions = new ArrayList<>(vanishing);
        installed.forEach(encoder -> versions.add(encoder.version()));
        return versions;
    }
}
