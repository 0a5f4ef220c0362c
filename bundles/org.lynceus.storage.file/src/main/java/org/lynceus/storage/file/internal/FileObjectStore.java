package org.lynceus.storage.file.internal;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.lynceus.api.VisionException;
import org.lynceus.api.media.ObjectRef;
import org.lynceus.api.media.ObjectStore;
import org.lynceus.api.media.StoredObject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Objects as files: {@code <directory>/<bucket>/<key>}. All scopes see the same buckets; there are no versions. */
@Component(name = FileObjectStore.PID, service = ObjectStore.class)
@Designate(ocd = FileObjectStore.Config.class)
public final class FileObjectStore implements ObjectStore {
    static final String PID = "org.lynceus.storage.file";

    /** Where the buckets are. */
    @ObjectClassDefinition(name = "Lynceus file storage")
    public @interface Config {
        /** Folder that holds one folder per bucket. */
        @AttributeDefinition(
                required = false,
                description = "Folder of the buckets; empty: the folder buckets inside the data folder")
        String directory() default "";
    }

    private final GuardedFolder folder;

    /**
     * Finds the folder, which need not exist yet.
     *
     * @throws IllegalStateException when nothing says where it is
     */
    @Activate
    public FileObjectStore(Config config) {
        this(DataFolder.buckets(config.directory(), System::getenv, System::getProperty));
    }

    FileObjectStore(Path buckets) {
        this.folder = new GuardedFolder(buckets);
    }

    @Override
    public StoredObject open(ObjectRef ref) throws VisionException {
        if (ref.version().isPresent()) {
            throw unavailable(null);
        }
        ObjectPath path = ObjectPath.of(ref.bucket(), ref.key()).orElseThrow(() -> unavailable(null));
        try {
            return stored(folder.open(path));
        } catch (IOException | InvalidPathException e) {
            throw unavailable(e);
        }
    }

    private static StoredObject stored(SeekableByteChannel file) throws IOException {
        try {
            return new StoredObject(file.size(), Channels.newInputStream(file));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static VisionException unavailable(Exception cause) {
        return new VisionException(
                VisionException.Reason.INVALID_OBJECT,
                "Unable to get object metadata from S3. Check object key, region and/or access permissions.",
                cause);
    }
}
