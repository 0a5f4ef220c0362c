package org.lynceus.itests;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

/** Clients of the AWS SDK, unchanged but for the endpoint. */
public final class SdkClients {
    private SdkClients() {}

    /**
     * A client that reports the first failure instead of trying again.
     *
     * @param endpoint of the server
     */
    public static RekognitionClient rekognition(URI endpoint) {
        return RekognitionClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("111122223333", "secret")))
                .httpClientBuilder(ApacheHttpClient.builder().socketTimeout(Duration.ofSeconds(90)))
                .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD)
                        .retryStrategy(s -> s.maxAttempts(1))
                        .apiCallTimeout(Duration.ofSeconds(90)))
                .build();
    }
}
