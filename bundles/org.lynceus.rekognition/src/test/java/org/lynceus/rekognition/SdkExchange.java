package org.lynceus.rekognition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.utils.builder.Buildable;

/** The real SDK client over a fake network: keeps the last request and answers with given bytes. */
final class SdkExchange implements SdkHttpClient {
    private static final String MODEL = "software.amazon.awssdk.services.rekognition.model.";

    private final RekognitionClient client = RekognitionClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "SECRET")))
            .httpClient(this)
            .build();

    private byte[] answer = {'{', '}'};
    private byte[] sentBody;
    private String sentTarget;

    void answerWith(byte[] body) {
        answer = body;
    }

    byte[] sentBody() {
        return sentBody;
    }

    String sentTarget() {
        return sentTarget;
    }

    /** An empty builder of the SDK's request. */
    SdkPojo requestBuilder(String operation) throws ReflectiveOperationException {
        return (SdkPojo) Class.forName(MODEL + operation + "Request")
                .getMethod("builder")
                .invoke(null);
    }

    /** The SDK's request without any member. */
    SdkPojo emptyRequest(String operation) throws ReflectiveOperationException {
        return (SdkPojo) ((Buildable) requestBuilder(operation)).build();
    }

    /** Sends a request through the SDK's method of the operation, and returns what the SDK made of the answer. */
    SdkPojo call(String operation, SdkPojo request) throws ReflectiveOperationException {
        String method = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
        return (SdkPojo) RekognitionClient.class
                .getMethod(method, Class.forName(MODEL + operation + "Request"))
                .invoke(client, request);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                sentTarget = request.httpRequest()
                        .firstMatchingHeader("X-Amz-Target")
                        .orElse("");
                sentBody = request.contentStreamProvider()
                        .orElseThrow()
                        .newStream()
                        .readAllBytes();
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder()
                                .statusCode(200)
                                .putHeader("Content-Type", "application/x-amz-json-1.1")
                                .putHeader("x-amzn-RequestId", "00000000-0000-0000-0000-000000000000")
                                .build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
                        .build();
            }

            @Override
            public void abort() {
                // nothing runs
            }
        };
    }

    @Override
    public void close() {
        // nothing is open
    }
}
