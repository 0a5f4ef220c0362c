package org.lynceus.rekognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;

class SdkOracleTest {
    private static final int ROUNDS = 10;
    private static final SdkExchange SDK = new SdkExchange();

    static List<OperationModel<? extends Record, ? extends Record>> operations() {
        return Operations.all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theSdkReadsOurResponses(OperationModel<?, ?> operation) throws ReflectiveOperationException {
        RandomRecords random = new RandomRecords(operation.name().hashCode(), 0.75);
        SdkComparison comparison = new SdkComparison();
        for (int round = 0; round < ROUNDS; round++) {
            Record response = random.next(operation.output());
            SDK.answerWith(WireJson.write(response));

            SdkPojo parsed = SDK.call(operation.name(), SDK.emptyRequest(operation.name()));

            comparison.compare(operation.name(), response, parsed);
        }
        assertThat(comparison.values()).isGreaterThanOrEqualTo(leastValues(operation.output()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void weReadTheSdksRequests(OperationModel<?, ?> operation)
            throws ReflectiveOperationException, WireFormatException {
        RandomSdkPojos random = new RandomSdkPojos(operation.name().hashCode());
        SdkComparison comparison = new SdkComparison();
        SDK.answerWith(new byte[] {'{', '}'});
        for (int round = 0; round < ROUNDS; round++) {
            SdkPojo request = random.fill(SDK.requestBuilder(operation.name()));

            SDK.call(operation.name(), request);

            assertThat(SDK.sentTarget()).isEqualTo(operation.target());
            Record read = WireJson.read(SDK.sentBody(), operation.input());
            comparison.compare(operation.name(), read, request);
        }
        assertThat(comparison.values()).isGreaterThanOrEqualTo(leastValues(operation.input()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatIsWrittenIsReadBack(OperationModel<?, ?> operation) throws WireFormatException {
        RandomRecords random = new RandomRecords(operation.name().hashCode() + 1L, 0.75);
        for (int round = 0; round < ROUNDS; round++) {
            Record request = random.next(operation.input());
            assertThat(WireJson.read(WireJson.write(request), operation.input()))
                    .isEqualTo(request);
        }
    }

    /** Each record counts once; a record that can have members must have had some. */
    private static int leastValues(Class<? extends Record> type) {
        return type.getRecordComponents().length == 0 ? ROUNDS : ROUNDS + 1;
    }
}
