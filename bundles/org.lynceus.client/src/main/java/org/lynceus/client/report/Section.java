package org.lynceus.client.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What one part of a command found: facts, notes and tables. Not thread-safe. */
public final class Section {
    private static final int LABEL = 48;

    private final String key;
    private final String title;
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    /**
     * Creates an empty one.
     *
     * @param key its name in JSON
     * @param title its name for people
     */
    public Section(String key, String title) {
        this.key = key;
        this.title = title;
    }

    private record Fact(String key, String label, Format format, Object value) {}

    /** Adds a figure. */
    public Section fact(String name, String label, Format format, Object value) {
        facts.add(new Fact(name, label, format, value));
        return this;
    }

    /** Adds a sentence for people and programs. */
    public Section note(String sentence) {
        notes.add(sentence);
        return this;
    }

    /** Adds a table, unless it is empty. */
    public Section table(Table table) {
        if (!table.isEmpty()) {
            tables.add(table);
        }
        return this;
    }

    /** For people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        for (Fact fact : facts) {
            String padding = " ".repeat(Math.max(1, LABEL - fact.label().length()));
            lines.add("  " + fact.label() + padding + fact.format().print(fact.value()));
        }
        notes.forEach(note -> lines.add("  " + note));
        for (Table table : tables) {
            lines.add("");
            lines.addAll(table.lines());
        }
        return lines;
    }

    /** For programs. */
    public void write(ObjectNode report) {
        ObjectNode section = report.putObject(key);
        facts.forEach(fact -> Json.put(section, fact.key(), fact.value()));
        if (!notes.isEmpty()) {
            notes.forEach(section.putArray("notes")::add);
        }
        tables.forEach(table -> table.write(section));
    }
}
