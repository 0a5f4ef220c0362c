package org.lynceus.model.api.role;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What is written in a line.
 *
 * @param symbols from left to right, blanks between words included; empty when nothing can be read
 */
public record TextLine(List<Symbol> symbols) {
    /** Copies the symbols. */
    public TextLine {
        symbols = List.copyOf(symbols);
    }

    /**
     * One character as the recogniser's dictionary has it.
     *
     * @param text the character
     * @param confidence 0–100
     * @param position of its middle along the line, 0–1 of the picture's width
     */
    public record Symbol(String text, float confidence, float position) {
        /** Checks that there is a text. */
        public Symbol {
            Objects.requireNonNull(text, "text");
        }
    }

    /** The whole line. */
    public String text() {
        return symbols.stream().map(Symbol::text).collect(Collectors.joining());
    }

    /** Mean of the symbols' confidences, 0–100; 0 when nothing can be read. */
    public float confidence() {
        return (float)
                symbols.stream().mapToDouble(Symbol::confidence).average().orElse(0);
    }
}
