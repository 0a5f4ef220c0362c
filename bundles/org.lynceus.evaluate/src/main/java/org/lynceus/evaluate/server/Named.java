package org.lynceus.evaluate.server;

/**
 * A person of a gallery whom the server saw.
 *
 * @param id of the person
 * @param name of the person
 * @param confidence {@code MatchConfidence}, 0–100, exactly as the server wrote it
 */
public record Named(String id, String name, double confidence) {}
