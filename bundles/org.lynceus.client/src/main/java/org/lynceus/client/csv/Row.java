package org.lynceus.client.csv;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lynceus.client.ToolException;

/**
 * A row of a table with a header.
 *
 * @param file that it stands in
 * @param line of the file on which it ends, from 1
 * @param values by the names of their columns
 */
public record Row(String file, long line, Map<String, String> values) {
    private static final Set<String> YES = Set.of("1", "true", "yes", "1.0");
    private static final Set<String> NO = Set.of("0", "-1", "false", "no", "0.0", "-1.0");

    /**
     * The text of a column.
     *
     * @throws ToolException when there is none
     */
    public String text(String column) throws ToolException {
        String text = values.getOrDefault(column, "");
        if (text.isEmpty()) {
            throw wrong("the column '" + column + "' is empty");
        }
        return text;
    }

    /**
     * A number.
     *
     * @throws ToolException when it is none
     */
    public double number(String column) throws ToolException {
        String text = text(column);
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new ToolException(place() + ": '" + text + "' in column '" + column + "' is no number", e);
        }
        throw wrong("'" + text + "' in column '" + column + "' is no number");
    }

    /**
     * Whether something is true: 1, true, yes; or 0, -1, false, no.
     *
     * @return empty when the cell is empty
     * @throws ToolException when it is something else
     */
    public Optional<Boolean> flag(String column) throws ToolException {
        String text = values.getOrDefault(column, "").toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!YES.contains(text) && !NO.contains(text)) {
            throw wrong("'" + text + "' in column '" + column + "' is neither 1 nor 0");
        }
        return Optional.of(YES.contains(text));
    }

    /** What is wrong with the row, with its place. */
    public ToolException wrong(String what) {
        return new ToolException(place() + ": " + what);
    }

    /** Where it stands. */
    public String place() {
        return file + ", line " + line;
    }
}
