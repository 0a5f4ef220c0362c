package org.lynceus.client.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lynceus.client.ToolException;

class WorkersTest {
    private final StringWriter err = new StringWriter();

    @Test
    @Timeout(60)
    void resultsKeepTheOrderOfTheThings() throws ToolException {
        CountDownLatch second = new CountDownLatch(1);
        try (Workers workers = new Workers(2, new PrintWriter(err, true))) {
            List<Integer> doubled = workers.all("doubling", List.of(1, 2), number -> {
                if (number == 1) {
                    await(second);
                } else {
                    second.countDown();
                }
                return 2 * number;
            });

            assertThat(doubled).containsExactly(2, 4);
        }
        assertThat(err.toString().lines()).last().isEqualTo("doubling: 2 of 2");
    }

    @Test
    void theFirstFailureEndsTheTask() {
        try (Workers workers = new Workers(1, new PrintWriter(err, true))) {
            assertThatExceptionOfType(ToolException.class)
                    .isThrownBy(() -> workers.all("trying", List.of(1, 2), number -> {
                        throw new ToolException("Number " + number);
                    }))
                    .withMessage("Number 1");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
