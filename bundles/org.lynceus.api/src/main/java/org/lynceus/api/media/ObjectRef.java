package org.lynceus.api.media;

import java.util.Objects;
import java.util.Optional;
import org.lynceus.api.Scope;

/**
 * Names an object of an {@link ObjectStore}.
 *
 * @param scope whose object
 * @param bucket bucket name
 * @param key key inside the bucket, with slashes as they come
 * @param version version id, where the store has versions
 */
public record ObjectRef(Scope scope, String bucket, String key, Optional<String> version) {
    /** Checks that nothing is absent. */
    public ObjectRef {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(version, "version");
    }
}
