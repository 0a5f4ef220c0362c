package org.lynceus.storage.s3.internal;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes S3 clients from the configuration. */
final class S3Clients {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

    private S3Clients() {}

    /**
     * Makes a client.
     *
     * @return an open client; the caller closes it
     * @throws IllegalArgumentException when the configuration makes no sense
     */
    static S3Client create(S3ObjectStore.Config config) {
        // The SDK looks for its own resources and services by the thread's class loader.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(S3Clients.class.getClassLoader());
        try {
            return build(config);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static S3Client build(S3ObjectStore.Config config) {
        boolean ownEndpoint = !config.endpoint().isBlank();
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(READ_TIMEOUT))
                .credentialsProvider(credentials(config))
                .overrideConfiguration(override -> override.apiCallTimeout(CALL_TIMEOUT))
                .responseChecksumValidation(
                        software.amazon.awssdk.core.checksums.ResponseChecksumValidation.WHEN_REQUIRED)
                .forcePathStyle(pathStyle(config.path_style(), ownEndpoint));
        if (!config.region().isBlank()) {
            builder.region(Region.of(config.region().strip()));
        } else if (ownEndpoint) {
            builder.region(Region.US_EAST_1);
        }
        if (ownEndpoint) {
            builder.endpointOverride(URI.create(config.endpoint().strip()));
        } else {
            builder.crossRegionAccessEnabled(true);
        }
        return builder.build();
    }

    private static boolean pathStyle(String configured, boolean ownEndpoint) {
        return configured.isBlank() ? ownEndpoint : Boolean.parseBoolean(configured.strip());
    }

    private static AwsCredentialsProvider credentials(S3ObjectStore.Config config) {
        boolean key = !config.access_key().isBlank();
        boolean secret = !config.secret_key().isBlank();
        if (key != secret) {
            throw new IllegalArgumentException("Set both access.key and secret.key, or neither.");
        }
        return key
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        config.access_key().strip(), config.secret_key().strip()))
                : DefaultCredentialsProvider.builder().build();
    }
}
