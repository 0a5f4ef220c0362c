package org.lynceus.client.report;

/**
 * A column of a table.
 *
 * @param key its name in JSON
 * @param label its name for people
 * @param format of its values
 */
public record Column(String key, String label, Format format) {}
