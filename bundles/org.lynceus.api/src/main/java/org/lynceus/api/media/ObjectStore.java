package org.lynceus.api.media;

import org.lynceus.api.VisionException;
import org.osgi.annotation.versioning.ConsumerType;

/** A store of named objects in buckets, read-only. Thread-safe. */
@ConsumerType
public interface ObjectStore {
    /**
     * Opens an object.
     *
     * @param ref which one
     * @return the open object; the caller closes it
     * @throws VisionException {@link VisionException.Reason#INVALID_OBJECT} when it does not exist or must not be read
     */
    StoredObject open(ObjectRef ref) throws VisionException;
}
