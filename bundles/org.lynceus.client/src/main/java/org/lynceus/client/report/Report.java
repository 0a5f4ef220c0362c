package org.lynceus.client.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lynceus.client.ToolException;

/**
 * What a command found out.
 *
 * @param endpoint of the server
 * @param models that the server runs, one line each
 * @param sections what was found
 */
public record Report(String endpoint, List<String> models, List<Section> sections) {
    /** Copies the lists. */
    public Report {
        models = List.copyOf(models);
        sections = List.copyOf(sections);
    }

    /** Prints it for people. */
    public void print(PrintWriter out) {
        out.println("Server " + endpoint);
        models.forEach(model -> out.println("  " + model));
        for (Section section : sections) {
            out.println();
            section.lines().forEach(out::println);
        }
        out.flush();
    }

    /**
     * Writes it for programs.
     *
     * @param file JSON; replaced when there
     * @throws ToolException when the file cannot be written
     */
    public void write(Path file) throws ToolException {
        JsonMapper mapper = new JsonMapper();
        ObjectNode report = mapper.createObjectNode();
        report.put("endpoint", endpoint);
        models.forEach(report.putArray("models")::add);
        sections.forEach(section -> section.write(report));
        try {
            Files.writeString(
                    file, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report) + System.lineSeparator());
        } catch (IOException e) {
            throw new ToolException("The file " + file + " cannot be written", e);
        }
    }
}
