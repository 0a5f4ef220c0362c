package org.lynceus.rest.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.rekognition.ListCollectionsRequest;
import org.lynceus.rekognition.ListCollectionsResponse;
import org.lynceus.rest.Operation;
import org.lynceus.rest.RequestContext;
import org.lynceus.rest.internal.http.Exchanges;
import org.lynceus.rest.internal.http.Reply;
import org.lynceus.rest.internal.http.Requests;

class DispatcherTest {
    private static final String TARGET = "RekognitionService.ListCollections";

    private final Exchanges exchanges = Requests.exchanges(Map.of());

    private record ListCollections(String answer)
            implements Operation<ListCollectionsRequest, ListCollectionsResponse> {
        @Override
        public String name() {
            return "ListCollections";
        }

        @Override
        public Class<ListCollectionsRequest> input() {
            return ListCollectionsRequest.class;
        }

        @Override
        public ListCollectionsResponse handle(ListCollectionsRequest input, RequestContext context) {
            return ListCollectionsResponse.builder()
                    .collectionIds(List.of(answer, context.scope().region(), String.valueOf(input.maxResults())))
                    .build();
        }
    }

    @Test
    void answersWithTheRecordOfTheOperation() throws IOException {
        Reply reply = send("{\"MaxResults\": 7, \"Unknown\": [1]}", TARGET);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("Content-Type", "application/x-amz-json-1.1");
        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"CollectionIds\":[\"low\",\"us-east-1\",\"7\"]}");
    }

    @Test
    void anEmptyBodyIsAnEmptyObject() throws IOException {
        assertThat(send("", TARGET).status()).isEqualTo(200);
    }

    @Test
    void theHighestRankingOperationAnswers() throws IOException {
        Reply reply = send("{}", TARGET, new ListCollections("low"), new ListCollections("high"));
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("high");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RekognitionService.Nothing",
                "ListCollections",
                "rekognitionservice.ListCollections",
                "RekognitionService.",
                "RekognitionService.listCollections",
                ""
            })
    void anUnknownTargetIsAnUnknownOperation(String target) throws IOException {
        assertThat(type(send("garbage", target))).isEqualTo("400 UnknownOperationException");
    }

    @Test
    void aMissingTargetIsAnUnknownOperation() throws IOException {
        Reply reply = exchanges.answer(
                Requests.request("{}"), Reply.AWS_JSON, e -> Reply.ok("x", new Dispatcher(List.of()).dispatch(e)));
        assertThat(type(reply)).isEqualTo("400 UnknownOperationException");
    }

    @Test
    void anOperationThatIsNotInstalledIsNamedWhateverTheBody() throws IOException {
        Reply reply = send("garbage", "RekognitionService.DetectLabels");
        assertThat(type(reply)).isEqualTo("501 NotImplementedException");
        assertThat(json(reply).get("Message").asText()).contains("DetectLabels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7", "{\"MaxResults\":\"x\"}", "{\"MaxResults\":{}}", "{}{", "\u0000"})
    void whatIsNotTheRecordIsASerializationError(String body) throws IOException {
        assertThat(type(send(body, TARGET))).isEqualTo("400 SerializationException");
    }

    @Test
    void constraintsAreCheckedAndTheTextSaysWhich() throws IOException {
        Reply reply = send("{\"MaxResults\": -1}", TARGET);
        assertThat(type(reply)).isEqualTo("400 ValidationException");
        assertThat(json(reply).get("Message").asText())
                .isEqualTo("1 validation error detected: Value '-1' at 'maxResults' failed to satisfy constraint:"
                        + " Member must have value greater than or equal to 0");
    }

    @Test
    void aBrokenSignatureComesBeforeTheBody() throws IOException {
        Reply reply = exchanges.answer(
                Requests.request("garbage", "X-Amz-Target", TARGET, "Authorization", "AWS4-HMAC-SHA256 Credential=x"),
                Reply.AWS_JSON,
                e -> Reply.ok("x", new Dispatcher(List.of(new ListCollections("low"))).dispatch(e)));
        assertThat(type(reply)).isEqualTo("400 IncompleteSignatureException");
    }

    private Reply send(String body, String target, Operation<?, ?>... operations) {
        Dispatcher dispatcher =
                new Dispatcher(operations.length == 0 ? List.of(new ListCollections("low")) : List.of(operations));
        return exchanges.answer(
                Requests.request(body, "X-Amz-Target", target),
                Reply.AWS_JSON,
                exchange -> Reply.ok(Reply.AWS_JSON, dispatcher.dispatch(exchange)));
    }

    private static String type(Reply reply) throws IOException {
        return reply.status() + " " + json(reply).get("__type").asText();
    }

    private static JsonNode json(Reply reply) throws IOException {
        return new ObjectMapper().readTree(reply.body());
    }
}
