package org.lynceus.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    private static final int LIMIT = 300_000;

    private final BodyReader reader = new BodyReader(LIMIT);
    private final BodyBudget.Lease lease = Requests.budget().lease();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 299_999, LIMIT})
    void readsEveryLengthUpToTheLimit(int length) throws ServiceException {
        byte[] body = bytes(length);
        assertThat(reader.read(new RequestBody(() -> new ByteArrayInputStream(body), length), lease))
                .isEqualTo(body);
        assertThat(reader.read(new RequestBody(() -> new ByteArrayInputStream(body), -1), lease))
                .isEqualTo(body);
    }

    @Test
    void refusesALongerDeclaredBodyWithoutOpeningIt() {
        RequestBody body = new RequestBody(
                () -> {
                    throw new IOException("opened");
                },
                LIMIT + 1);
        assertThat(refusal(body).status()).isEqualTo(413);
    }

    @Test
    void stopsReadingAnEndlessBodyRightAfterTheLimit() throws IOException {
        Endless endless = new Endless();
        ServiceError error = refusal(new RequestBody(() -> endless, -1));
        assertThat(error.status()).isEqualTo(413);
        assertThat(error.code()).isEmpty();
        assertThat(endless.given).isEqualTo(LIMIT + 1);
    }

    @Test
    void refusesABodyThatEndsEarly() {
        ServiceError error = refusal(new RequestBody(() -> new ByteArrayInputStream(bytes(10)), 11));
        assertThat(error.code()).contains("SerializationException");
    }

    @Test
    void aBrokenConnectionIsTheClientsFault() {
        RequestBody body = new RequestBody(
                () -> {
                    throw new IOException("reset");
                },
                5);
        assertThat(refusal(body).status()).isEqualTo(400);
    }

    @Test
    void throttlesWhenTheBudgetIsHeldByOthersAndGoesOnAfterwards() throws ServiceException {
        BodyBudget budget = new BodyBudget(100_000, Duration.ofMillis(1));
        BodyBudget.Lease mine = budget.lease();
        try (BodyBudget.Lease other = budget.lease()) {
            other.grow(60_000);
            RequestBody body = new RequestBody(() -> new ByteArrayInputStream(bytes(60_000)), 60_000);
            ServiceException e = catchThrowableOfType(ServiceException.class, () -> reader.read(body, mine));
            assertThat(e.error().code()).contains("ThrottlingException");
            assertThat(e.error().message()).isEqualTo("Slow down; sudden increase in rate of requests.");
        }
        assertThat(reader.read(new RequestBody(() -> new ByteArrayInputStream(bytes(60_000)), 60_000), mine))
                .hasSize(60_000);
    }

    @Test
    void discardsWhatIsThereAndNoMore() throws IOException {
        Endless endless = new Endless();
        RequestBody body = new RequestBody(() -> endless, 1_000_000);
        body.discard(Long.MAX_VALUE / 2, Duration.ofSeconds(10));
        assertThat(body.isFinished()).isTrue();
        RequestBody chunked = new RequestBody(() -> new Endless(), -1);
        chunked.discard(100_000, Duration.ofSeconds(10));
        assertThat(chunked.isFinished()).isFalse();
    }

    private ServiceError refusal(RequestBody body) {
        return catchThrowableOfType(ServiceException.class, () -> reader.read(body, lease))
                .error();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }

    private static final class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            given++;
            return 'x';
        }

        @Override
        public int available() {
            return 1 << 20;
        }
    }
}
