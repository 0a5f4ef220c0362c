package org.lynceus.api.face;

import java.util.List;
import java.util.Optional;
import org.lynceus.api.VisionException;
import org.osgi.annotation.versioning.ProviderType;

/** The installed face encoders. Thread-safe. */
@ProviderType
public interface FaceEncoders {
    /** Work that needs one encoder throughout, because vectors of two encoders must not be compared. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it with one encoder; may be done anew with another one when the first is replaced meanwhile. */
        T with(FaceEncoder encoder) throws VisionException;
    }

    /**
     * Does work with one encoder. When that encoder is replaced meanwhile, the work is done anew with its successor.
     *
     * @param version the encoder to use, or empty for the best one
     * @throws VisionException {@link VisionException.Reason#NOT_INSTALLED} when there is no such encoder, otherwise what
     *     the work throws
     */
    <T> T call(Optional<String> version, Work<T> work) throws VisionException;

    /** The versions of the encoders that are installed now, the best first. */
    List<String> versions();
}
