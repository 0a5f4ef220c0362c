package org.lynceus.rest.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lynceus.api.ImageLimits;
import org.lynceus.api.Scope;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;
import org.lynceus.api.media.ObjectRef;
import org.lynceus.api.media.ObjectStore;
import org.lynceus.api.media.StoredObject;
import org.lynceus.rekognition.Image;
import org.lynceus.rekognition.S3Object;
import org.lynceus.rest.internal.faces.FakeVision;
import org.lynceus.rest.internal.http.Requests;

class PicturesTest {
    private static final Scope SCOPE = new Scope("000000000000", "us-east-1");
    private static final Image STORED = new Image(null, new S3Object("bucket", "a/key.jpg", "v1"));

    private final FakeVision vision = new FakeVision().with("face");
    private ObjectRef asked;

    private Picture open(Image image, ObjectStore store) throws VisionException {
        return new Pictures(vision, Requests.budget(), store).open(image, SCOPE, ImageLimits.DEFAULT);
    }

    private ObjectStore store(long size, InputStream content) {
        return ref -> {
            asked = ref;
            return new StoredObject(size, content);
        };
    }

    @Test
    void aBlobIsOpenedEvenWhenItIsPartOfAnArray() throws VisionException {
        ByteBuffer blob = ByteBuffer.wrap("xfacex".getBytes(StandardCharsets.UTF_8), 1, 4);
        try (Picture picture = open(new Image(blob, null), null)) {
            assertThat(picture.image().width()).isEqualTo(1000);
        }
        assertThat(vision.open).isZero();
    }

    @Test
    void aStoredObjectIsOpenedByItsName() throws VisionException {
        byte[] file = "face".getBytes(StandardCharsets.UTF_8);
        open(STORED, store(file.length, new ByteArrayInputStream(file))).close();
        assertThat(asked).isEqualTo(new ObjectRef(SCOPE, "bucket", "a/key.jpg", Optional.of("v1")));
    }

    @Test
    void neitherAndBothAreInvalid() {
        String text = "Requested image should either contain bytes or s3 object.";
        assertFails(new Image(null, null), null, Reason.INVALID_PARAMETER, text);
        assertFails(new Image(ByteBuffer.allocate(4), STORED.s3Object()), null, Reason.INVALID_PARAMETER, text);
    }

    @Test
    void withoutAStoreOrWithABrokenOneTheObjectIsInvalid() {
        assertFails(STORED, null, Reason.INVALID_OBJECT, Pictures.UNREADABLE);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };
        assertFails(STORED, store(5, broken), Reason.INVALID_OBJECT, Pictures.UNREADABLE);
    }

    @Test
    void anObjectWithoutANameIsInvalid() {
        assertFails(
                new Image(null, new S3Object("bucket", null, null)),
                null,
                Reason.INVALID_OBJECT,
                "Request has invalid S3 object");
    }

    @Test
    void aStoredPictureBeyondTheLimitIsTooLargeWhateverSizeItClaims() {
        assertFails(
                STORED,
                store(Pictures.STORED_LIMIT + 1, InputStream.nullInputStream()),
                Reason.IMAGE_TOO_LARGE,
                "Image size is too large");
        assertFails(
                STORED,
                store(1, new ByteArrayInputStream(new byte[Pictures.STORED_LIMIT + 1])),
                Reason.IMAGE_TOO_LARGE,
                "Image size is too large");
    }

    private void assertFails(Image image, ObjectStore store, Reason reason, String message) {
        VisionException e = catchThrowableOfType(VisionException.class, () -> open(image, store));
        assertThat(e.reason()).isEqualTo(reason);
        assertThat(e).hasMessage(message);
        assertThat(vision.open).isZero();
    }
}
