package org.lynceus.client.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.lynceus.client.ToolException;

/**
 * A table with a header: UTF-8, columns separated by commas (RFC 4180).
 *
 * @param file its name
 * @param columns names in the header
 * @param rows in the file's order
 */
public record Csv(String file, List<String> columns, List<Row> rows) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    /** Copies the lists. */
    public Csv {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @throws ToolException when it cannot be read, or a row has another number of cells than the header
     */
    public static Csv read(Path file) throws ToolException {
        String name = file.getFileName().toString();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            List<String> columns =
                    parser.getHeaderNames().stream().map(Csv::withoutMark).toList();
            List<Row> rows = new ArrayList<>();
            for (CSVRecord row : parser) {
                rows.add(row(name, columns, row, parser.getCurrentLineNumber()));
            }
            return new Csv(name, columns, rows);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new ToolException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Checks that columns are there.
     *
     * @throws ToolException naming the first that is not
     */
    public Csv require(String... names) throws ToolException {
        for (String wanted : names) {
            if (!columns.contains(wanted)) {
                throw new ToolException(
                        file + " has no column '" + wanted + "'; its header is: " + String.join(",", columns));
            }
        }
        return this;
    }

    private static Row row(String file, List<String> columns, CSVRecord cells, long line) throws ToolException {
        if (cells.size() != columns.size()) {
            throw new ToolException(
                    file + ", line " + line + ": " + cells.size() + " cells, but the header has " + columns.size());
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), cells.get(i));
        }
        return new Row(file, line, values);
    }

    private static String withoutMark(String column) {
        return column.startsWith(BYTE_ORDER_MARK) ? column.substring(1) : column;
    }
}
