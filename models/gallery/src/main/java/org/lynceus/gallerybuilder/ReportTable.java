package org.lynceus.gallerybuilder;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.lynceus.client.ToolException;
import org.lynceus.client.report.Column;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Table;
import org.lynceus.gallerybuilder.findings.Finding;

/** Shows findings: on the screen the first of them, in a file all. */
final class ReportTable {
    /** How many rows the screen takes. */
    static final int SHOWN = 60;

    private static final List<String> COLUMNS = List.of("person", "photo", "what", "consequence");

    private ReportTable() {}

    /** Prints the first rows and how many there are besides. */
    static void print(List<Finding> findings, boolean inFile, PrintWriter out) {
        if (findings.isEmpty()) {
            return;
        }
        Table table = new Table(
                "findings",
                findings.size() == 1 ? "One thing to look at" : findings.size() + " things to look at",
                COLUMNS.stream()
                        .map(name -> new Column(name, name, Format.TEXT))
                        .toList());
        findings.stream().limit(SHOWN).forEach(finding -> table.row(cells(finding)));
        table.lines().forEach(out::println);
        if (findings.size() > SHOWN) {
            out.println("    ... and " + (findings.size() - SHOWN) + " more"
                    + (inFile ? ", in the report" : "; --report FILE.csv writes all"));
        }
        out.println();
    }

    /**
     * Writes all rows as CSV.
     *
     * @throws ToolException when the file cannot be written
     */
    static void write(List<Finding> findings, Path file) throws ToolException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(COLUMNS.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), format)) {
            for (Finding finding : findings) {
                printer.printRecord(cells(finding));
            }
        } catch (IOException e) {
            throw new ToolException("The report cannot be written to " + file + " (" + e.getMessage() + ")", e);
        }
    }

    private static Object[] cells(Finding finding) {
        return new Object[] {finding.person(), finding.photo(), finding.what(), finding.consequence()};
    }
}
