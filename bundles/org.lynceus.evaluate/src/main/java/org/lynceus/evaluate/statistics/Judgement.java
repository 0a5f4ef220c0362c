package org.lynceus.evaluate.statistics;

/**
 * A question with two answers, answered by people and by a server.
 *
 * @param truth what people say
 * @param reported what the server says
 * @param score how much the server thinks it true; higher is truer
 */
public record Judgement(boolean truth, boolean reported, double score) {}
