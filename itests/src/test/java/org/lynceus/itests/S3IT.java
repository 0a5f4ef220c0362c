package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adobe.testing.s3mock.S3MockApplication;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Stored pictures on a server that speaks S3. */
class S3IT {
    private static final int LIMIT = 15 * 1024 * 1024;

    private static S3MockApplication s3;
    private static Lynceus server;
    private static RekognitionClient client;
    private static String first;

    @BeforeAll
    @SuppressWarnings("deprecation") // the port of plain HTTP
    static void start() throws Exception {
        s3 = S3MockApplication.start("--server.port=0", "--http.port=0", "--server.address=127.0.0.1");
        String endpoint = "http://127.0.0.1:" + s3.getHttpPort();
        fill(endpoint);
        server = Lynceus.create("s3")
                .setting(
                        "org.lynceus.storage.s3",
                        "endpoint = " + endpoint,
                        "access.key = key",
                        "secret.key = secret",
                        "region = eu-west-1")
                .start();
        client = SdkClients.rekognition(server.endpoint());
    }

    private static void fill(String endpoint) {
        byte[] photo = TestPictures.bytes("sample1.jpg");
        try (S3Client admin = S3Client.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.EU_WEST_1)
                .forcePathStyle(true)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(ApacheHttpClient.builder())
                .build()) {
            admin.createBucket(r -> r.bucket("photos"));
            admin.putObject(r -> r.bucket("photos").key("2024/j\u00fcne +1.jpg"), RequestBody.fromBytes(photo));
            admin.putObject(
                    r -> r.bucket("photos").key("fifteen"), RequestBody.fromBytes(TestPictures.padded(photo, LIMIT)));
            admin.putObject(
                    r -> r.bucket("photos").key("more"), RequestBody.fromBytes(TestPictures.padded(photo, LIMIT + 1)));
            admin.createBucket(r -> r.bucket("versioned"));
            admin.putBucketVersioning(
                    r -> r.bucket("versioned").versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
            first = admin.putObject(r -> r.bucket("versioned").key("a.jpg"), RequestBody.fromBytes(photo))
                    .versionId();
            admin.putObject(
                    r -> r.bucket("versioned").key("a.jpg"), RequestBody.fromBytes(TestPictures.bytes("sample5.jpg")));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            server.close();
        }
        s3.stop();
    }

    @Test
    void aStoredPictureIsServed() {
        assertThat(faces("photos", "2024/j\u00fcne +1.jpg", null)).isEqualTo(3);
        assertThat(faces("photos", "fifteen", null)).isEqualTo(3);
    }

    @Test
    void theVersionIsHonoured() {
        assertThat(faces("versioned", "a.jpg", null)).isEqualTo(5);
        assertThat(faces("versioned", "a.jpg", first)).isEqualTo(3);
        assertThatThrownBy(() -> faces("versioned", "a.jpg", "unknown")).isInstanceOf(InvalidS3ObjectException.class);
    }

    @ParameterizedTest
    @CsvSource({"photos, missing.jpg", "no-such-bucket, a.jpg"})
    void whatIsNotThereIsRefused(String bucket, String key) {
        assertThatThrownBy(() -> faces(bucket, key, null))
                .isInstanceOfSatisfying(
                        InvalidS3ObjectException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorMessage())
                                .isEqualTo(
                                        "Unable to get object metadata from S3. Check object key, region and/or access"
                                                + " permissions."));
    }

    @Test
    void tooLargeAPictureIsRefused() {
        assertThatThrownBy(() -> faces("photos", "more", null))
                .isInstanceOfSatisfying(
                        ImageTooLargeException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorMessage())
                                .isEqualTo("Image size is too large"));
    }

    private static int faces(String bucket, String key, String version) {
        return client.detectFaces(r ->
                        r.image(i -> i.s3Object(o -> o.bucket(bucket).name(key).version(version))))
                .faceDetails()
                .size();
    }
}
