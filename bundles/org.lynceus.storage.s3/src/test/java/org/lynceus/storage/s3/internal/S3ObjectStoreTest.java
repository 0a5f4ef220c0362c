package org.lynceus.storage.s3.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.adobe.testing.s3mock.S3MockApplication;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.api.Scope;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;
import org.lynceus.api.media.ObjectRef;
import org.lynceus.api.media.StoredObject;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

class S3ObjectStoreTest {
    private static final Scope SCOPE = new Scope("000000000000", "us-east-1");
    private static final byte[] LARGE = new byte[3_000_000];

    private static S3MockApplication server;
    private static String endpoint;
    private static List<String> versions;

    private final S3ObjectStore store = new S3ObjectStore(new TestConfig(endpoint));

    @BeforeAll
    @SuppressWarnings("deprecation") // the port of plain HTTP
    static void start() {
        server = S3MockApplication.start("--server.port=0", "--http.port=0", "--server.address=127.0.0.1");
        endpoint = "http://127.0.0.1:" + server.getHttpPort();
        Arrays.fill(LARGE, (byte) 7);
        try (S3Client admin = S3Client.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            admin.createBucket(request -> request.bucket("photos"));
            admin.putObject(r -> r.bucket("photos").key("2024/ä b+c.jpg"), RequestBody.fromString("bee"));
            admin.putObject(r -> r.bucket("photos").key("large"), RequestBody.fromBytes(LARGE));
            admin.createBucket(request -> request.bucket("versioned"));
            admin.putBucketVersioning(
                    r -> r.bucket("versioned").versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
            versions = List.of("first", "second").stream()
                    .map(text -> admin.putObject(r -> r.bucket("versioned").key("a"), RequestBody.fromString(text))
                            .versionId())
                    .toList();
        }
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @AfterEach
    void close() {
        store.deactivate();
    }

    @Test
    void objectsAreRead() throws Exception {
        try (StoredObject object = store.open(ref("photos", "2024/ä b+c.jpg"))) {
            assertThat(object.size()).isEqualTo(3);
            assertThat(object.stream()).hasContent("bee");
        }
        try (StoredObject object = store.open(ref("photos", "large"))) {
            assertThat(object.size()).isEqualTo(LARGE.length);
            assertThat(object.stream()).hasBinaryContent(LARGE);
        }
    }

    @Test
    void versionsAreHonoured() throws Exception {
        assertThat(read(new ObjectRef(SCOPE, "versioned", "a", Optional.of(versions.get(0)))))
                .isEqualTo("first");
        assertThat(read(ref("versioned", "a"))).isEqualTo("second");
        assertRefused(store, new ObjectRef(SCOPE, "versioned", "a", Optional.of("unknown")));
    }

    @ParameterizedTest
    @CsvSource({
        "photos, missing",
        "missing, a",
        "photos, ''",
        "'', a",
        "Not_A_Bucket!, a",
        "photos/2024, a",
        "photos, ../versioned/a",
        "arn:aws:s3:nowhere, a"
    })
    void whatIsNotThereIsRefused(String bucket, String key) {
        assertRefused(store, ref(bucket, key));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 301, 400})
    void whatTheServiceDeniesIsRefused(int status) throws Exception {
        HttpServer denying = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> asked = new CopyOnWriteArrayList<>();
        denying.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] body = "<Error><Code>Denied</Code><Message>no</Message></Error>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        denying.start();
        try {
            assertRefused(
                    new S3ObjectStore(new TestConfig(
                            "http://127.0.0.1:" + denying.getAddress().getPort())),
                    ref("photos", "a"));
            assertThat(asked).isNotEmpty().allMatch(uri -> uri.startsWith("/photos/a"));
        } finally {
            denying.stop(0);
        }
    }

    @Test
    void anUnreachableServiceIsRefusedSoon() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        long start = System.nanoTime();
        assertRefused(new S3ObjectStore(new TestConfig("http://127.0.0.1:" + free)), ref("photos", "a"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void anObjectMayBeClosedUnread() throws Exception {
        for (int i = 0; i < 20; i++) {
            store.open(ref("photos", "large")).close();
        }
        StoredObject begun = store.open(ref("photos", "large"));
        assertThat(begun.stream().readNBytes(10)).containsOnly(7);
        begun.close();
    }

    @Test
    void halfASecretIsAnError() {
        TestConfig config = new TestConfig(endpoint) {
            @Override
            public String secret_key() {
                return "";
            }
        };
        assertThatIllegalArgumentException().isThrownBy(() -> new S3ObjectStore(config));
    }

    private String read(ObjectRef ref) throws Exception {
        try (StoredObject object = store.open(ref)) {
            return new String(object.stream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertRefused(S3ObjectStore store, ObjectRef ref) {
        assertThatExceptionOfType(VisionException.class)
                .as("%s", ref)
                .isThrownBy(() -> store.open(ref).close())
                .withMessage(
                        "Unable to get object metadata from S3. Check object key, region and/or access permissions.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.INVALID_OBJECT));
    }

    private static ObjectRef ref(String bucket, String key) {
        return new ObjectRef(SCOPE, bucket, key, Optional.empty());
    }
}
