package org.lynceus.detector.models.internal;

import java.util.List;
import java.util.Objects;
import org.lynceus.model.api.role.TextLine;

/**
 * What is written in a picture of one line.
 *
 * @param model that read it
 * @param lines one; none when nothing can be read
 */
public record LinesResult(ModelName model, List<Line> lines) {
    /** Copies the list. */
    public LinesResult {
        Objects.requireNonNull(model, "model");
        lines = List.copyOf(lines);
    }

    /**
     * A line that was read.
     *
     * @param text the whole line
     * @param confidence mean of the symbols' confidences, 0–100
     * @param symbols from left to right
     */
    public record Line(String text, float confidence, List<TextLine.Symbol> symbols) {
        /** Copies the symbols. */
        public Line {
            Objects.requireNonNull(text, "text");
            symbols = List.copyOf(symbols);
        }
    }

    /** The lines of a reading, none when it is empty. */
    static List<Line> lines(TextLine line) {
        return line.symbols().isEmpty() ? List.of() : List.of(new Line(line.text(), line.confidence(), line.symbols()));
    }
}
