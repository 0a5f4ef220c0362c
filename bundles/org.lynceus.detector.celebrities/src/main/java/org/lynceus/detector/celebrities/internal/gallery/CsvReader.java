package org.lynceus.detector.celebrities.internal.gallery;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads rows of comma-separated values strictly as RFC 4180 has them: lines end with LF or CRLF, a cell with a comma, a
 * quotation mark or a line break stands in quotation marks, and a quotation mark in it is doubled. A row has a bounded
 * number of characters, so that no file can fill the memory. Not thread-safe.
 */
final class CsvReader {
    private static final int END = -1;

    private final PushbackReader reader;
    private final int limit;
    private int length;

    /**
     * Creates a reader.
     *
     * @param reader buffered; not closed
     * @param limit how many characters a row may have
     */
    CsvReader(Reader reader, int limit) {
        this.reader = new PushbackReader(reader);
        this.limit = limit;
    }

    /** A row that breaks the rules; the message says how. */
    static final class FormException extends Exception {
        private static final long serialVersionUID = 1L;

        FormException(String message) {
            super(message);
        }
    }

    /**
     * Reads a row.
     *
     * @return its cells; none at the end of the file
     */
    List<String> row() throws FormException, IOException {
        length = 0;
        List<String> cells = new ArrayList<>();
        if (peek() == END) {
            return cells;
        }
        int end;
        do {
            StringBuilder cell = new StringBuilder();
            end = peek() == '"' ? quoted(cell) : plain(cell);
            cells.add(cell.toString());
        } while (end == ',');
        return cells;
    }

    private int plain(StringBuilder cell) throws FormException, IOException {
        int c = next();
        while (!ends(c)) {
            if (c == '"') {
                throw new FormException("a quotation mark in a cell without quotation marks around it");
            }
            cell.append((char) c);
            c = next();
        }
        return c;
    }

    private int quoted(StringBuilder cell) throws FormException, IOException {
        next();
        while (true) {
            int c = next();
            if (c == END) {
                throw new FormException("a quotation mark is not closed");
            }
            if (c != '"') {
                cell.append((char) c);
            } else if (peek() == '"') {
                cell.append((char) next());
            } else {
                break;
            }
        }
        int c = next();
        if (!ends(c)) {
            throw new FormException("text follows a closing quotation mark");
        }
        return c;
    }

    /** Whether a cell ends here; takes a CRLF for one character. */
    private boolean ends(int c) throws FormException, IOException {
        if (c == '\r') {
            if (next() != '\n') {
                throw new FormException("a carriage return without a line feed");
            }
            return true;
        }
        return c == ',' || c == '\n' || c == END;
    }

    private int next() throws FormException, IOException {
        if (++length > limit) {
            throw new FormException("more than " + limit + " characters");
        }
        return reader.read();
    }

    private int peek() throws IOException {
        int c = reader.read();
        if (c != END) {
            reader.unread(c);
        }
        return c;
    }
}
