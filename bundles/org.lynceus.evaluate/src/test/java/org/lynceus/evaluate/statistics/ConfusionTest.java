package org.lynceus.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    @Test
    void classesThatDoNotOccurDoNotCountForTheMeanRecall() {
        Confusion confusion = new Confusion(List.of("HAPPY", "SAD", "FEAR"));
        confusion.add("HAPPY", "HAPPY");
        confusion.add("HAPPY", "HAPPY");
        confusion.add("HAPPY", "FEAR");
        confusion.add("SAD", "FEAR");

        assertThat(confusion.total()).isEqualTo(4);
        assertThat(confusion.count("HAPPY", "FEAR")).isEqualTo(1);
        assertThat(confusion.accuracy()).isEqualTo(0.5);
        assertThat(confusion.meanRecall()).isEqualTo(1 / 3.0);
    }

    @Test
    void isNaNWithoutAnswers() {
        assertThat(new Confusion(List.of("HAPPY")).accuracy()).isNaN();
        assertThat(new Confusion(List.of("HAPPY")).meanRecall()).isNaN();
    }
}
