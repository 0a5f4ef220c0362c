package org.lynceus.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.api.Timings;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;

class ExchangesTest {
    private final Exchanges exchanges = Requests.exchanges(Map.of());

    @ParameterizedTest
    @CsvSource({
        "INVALID_PARAMETER, 400, InvalidParameterException",
        "INVALID_IMAGE, 400, InvalidImageFormatException",
        "IMAGE_TOO_LARGE, 400, ImageTooLargeException",
        "INVALID_OBJECT, 400, InvalidS3ObjectException",
        "NOT_FOUND, 400, ResourceNotFoundException",
        "ALREADY_EXISTS, 400, ResourceAlreadyExistsException",
        "IN_USE, 400, ResourceInUseException",
        "LIMIT_EXCEEDED, 400, LimitExceededException",
        "ACCESS_DENIED, 400, AccessDeniedException",
        "OVERLOADED, 400, ProvisionedThroughputExceededException",
        "NOT_INSTALLED, 501, NotImplementedException",
        "RETIRED, 500, InternalServerError",
        "INTERNAL, 500, InternalServerError"
    })
    void everyReasonHasItsCode(Reason reason, int status, String code) throws IOException {
        Reply reply = failing(new VisionException(reason, "One sentence."));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers()).containsEntry("x-amzn-ErrorType", code);
        JsonNode body = new ObjectMapper().readTree(reply.body());
        assertThat(body.get("__type").asText()).isEqualTo(code);
        assertThat(body.get("Code").asText()).isEqualTo(code);
        assertThat(UUID.fromString(body.get("Logref").asText())).isNotNull();
        assertThat(body.get("Message").asText()).isEqualTo(status == 500 ? "Internal server error" : "One sentence.");
    }

    @Test
    void everyReplyHasItsOwnRequestId() {
        String first = answer(exchanges).headers().get("x-amzn-RequestId");
        String second = answer(exchanges).headers().get("x-amzn-RequestId");
        assertThat(UUID.fromString(first)).isNotEqualTo(UUID.fromString(second));
    }

    @Test
    void errorsHaveTheContentTypeOfTheProtocol() {
        assertThat(failing(new VisionException(Reason.INTERNAL, "x")).headers())
                .containsEntry("Content-Type", "application/x-amz-json-1.1")
                .containsKey("x-amzn-RequestId");
    }

    @Test
    void whateverAPluginThrowsIsAnswered() {
        Reply reply = exchanges.answer(Requests.request(""), Reply.AWS_JSON, exchange -> {
            throw new StackOverflowError("deep");
        });
        assertThat(reply.status()).isEqualTo(500);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).doesNotContain("deep");
    }

    @Test
    void theBodysRoomIsGivenBackWhetherItWentWellOrNot() {
        Exchanges tight = Requests.exchanges(Map.of("max_inflight_bytes", 2048L, "inflight_wait_millis", 0L));
        for (int i = 0; i < 5; i++) {
            int call = i;
            Reply reply = tight.answer(Requests.request(new byte[2000]), Reply.JSON, exchange -> {
                exchange.body();
                if (call % 2 == 0) {
                    throw new IllegalStateException("failed");
                }
                return Reply.ok(Reply.JSON, new byte[0]);
            });
            assertThat(reply.status()).isEqualTo(call % 2 == 0 ? 500 : 200);
        }
    }

    @Test
    void serverTimingTellsTheStepsWhenAskedTo() {
        Reply reply = Requests.exchanges(Map.of("server_timing", true))
                .answer(Requests.request("{}"), Reply.JSON, exchange -> {
                    exchange.body();
                    Timings.add("fr detect", 2_500_000);
                    return Reply.ok(Reply.JSON, new byte[0]);
                });
        assertThat(reply.headers().get("Server-Timing"))
                .matches("body;dur=[0-9.]+, fr_detect;dur=2\\.500, total;dur=[0-9.]+");
        assertThat(answer(exchanges).headers()).doesNotContainKey("Server-Timing");
    }

    @Test
    void aBodyBeyondTheLimitHasNoErrorCode() throws IOException {
        Reply reply = Requests.exchanges(Map.of("max_body_bytes", 3))
                .answer(Requests.request("four"), Reply.AWS_JSON, exchange -> Reply.ok(Reply.JSON, exchange.body()));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.headers()).doesNotContainKey("x-amzn-ErrorType");
        assertThat(new ObjectMapper().readTree(reply.body()).fieldNames())
                .toIterable()
                .containsExactly("Logref", "Message");
    }

    private static Reply answer(Exchanges exchanges) {
        return exchanges.answer(Requests.request(""), Reply.JSON, exchange -> Reply.ok(Reply.JSON, new byte[0]));
    }

    private Reply failing(VisionException e) {
        return exchanges.answer(Requests.request(""), Reply.AWS_JSON, exchange -> {
            throw e;
        });
    }
}
