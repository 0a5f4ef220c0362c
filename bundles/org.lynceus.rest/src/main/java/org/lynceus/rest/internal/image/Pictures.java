package org.lynceus.rest.internal.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.lynceus.api.ImageDecoder;
import org.lynceus.api.ImageLimits;
import org.lynceus.api.Scope;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;
import org.lynceus.api.media.ObjectRef;
import org.lynceus.api.media.ObjectStore;
import org.lynceus.api.media.StoredObject;
import org.lynceus.rekognition.Image;
import org.lynceus.rekognition.S3Object;
import org.lynceus.rest.internal.http.BodyBudget;
import org.lynceus.rest.internal.http.ServiceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Opens the pictures that requests carry or name. Thread-safe. */
@Component(service = Pictures.class)
public final class Pictures {
    /** Largest stored picture in bytes: 15 MB. */
    static final int STORED_LIMIT = 15 * 1024 * 1024;

    static final String UNREADABLE =
            "Unable to get object metadata from S3. Check object key, region and/or access permissions.";

    private final ImageDecoder decoder;
    private final BodyBudget budget;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ObjectStore store;

    /** Starts without a store; it comes and goes. */
    @Activate
    public Pictures(@Reference ImageDecoder decoder, @Reference BodyBudget budget) {
        this(decoder, budget, null);
    }

    Pictures(ImageDecoder decoder, BodyBudget budget, ObjectStore store) {
        this.decoder = decoder;
        this.budget = budget;
        this.store = store;
    }

    /**
     * Opens the picture of a request.
     *
     * @param source bytes or the name of a stored object, one of the two
     * @param scope whose stored objects
     * @param limits allowed sizes in pixels
     * @return an open picture; the caller closes it
     * @throws VisionException why there is none
     */
    public Picture open(Image source, Scope scope, ImageLimits limits) throws VisionException {
        if ((source.bytes() == null) == (source.s3Object() == null)) {
            throw new VisionException(
                    Reason.INVALID_PARAMETER, "Requested image should either contain bytes or s3 object.");
        }
        BodyBudget.Lease room = budget.lease();
        boolean opened = false;
        try {
            byte[] file = source.bytes() == null ? fetch(source.s3Object(), scope, room) : array(source.bytes());
            Picture picture = new Picture(decoder.open(file, limits), room);
            opened = true;
            return picture;
        } finally {
            if (!opened) {
                room.close();
            }
        }
    }

    private byte[] fetch(S3Object named, Scope scope, BodyBudget.Lease room) throws VisionException {
        if (named.bucket() == null || named.name() == null) {
            throw new VisionException(Reason.INVALID_OBJECT, "Request has invalid S3 object");
        }
        ObjectStore current = store;
        if (current == null) {
            throw unreadable(null);
        }
        ObjectRef ref = new ObjectRef(scope, named.bucket(), named.name(), Optional.ofNullable(named.version()));
        try (StoredObject object = current.open(ref)) {
            if (object.size() > STORED_LIMIT) {
                throw tooLarge();
            }
            room.grow(object.size());
            byte[] file = object.stream().readNBytes(STORED_LIMIT + 1);
            if (file.length > STORED_LIMIT) {
                throw tooLarge();
            }
            return file;
        } catch (IOException e) {
            throw unreadable(e);
        } catch (ServiceException e) {
            throw new VisionException(Reason.OVERLOADED, "Provisioned rate exceeded", e);
        }
    }

    /** The bytes of a blob, without a copy where the blob is a whole array. */
    private static byte[] array(ByteBuffer blob) {
        if (blob.hasArray() && blob.arrayOffset() == 0 && blob.array().length == blob.remaining()) {
            return blob.array();
        }
        byte[] copy = new byte[blob.remaining()];
        blob.duplicate().get(copy);
        return copy;
    }

    private static VisionException tooLarge() {
        return new VisionException(Reason.IMAGE_TOO_LARGE, "Image size is too large");
    }

    private static VisionException unreadable(IOException cause) {
        return new VisionException(Reason.INVALID_OBJECT, UNREADABLE, cause);
    }
}
