package org.lynceus.benchmarks;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The steps that one response's {@code Server-Timing} header tells.
 *
 * @param millis duration in milliseconds, by step
 */
record Steps(Map<String, Double> millis) {
    /** What a step is spent on. */
    enum Kind {
        /** Reading the picture's file. */
        DECODE,
        /** Running a graph: the ONNX session alone. */
        SESSION,
        /** Making a graph's input. */
        PREPARE,
        /** Understanding a graph's output. */
        OUTPUT,
        /** Receiving, reading and writing of HTTP bodies and JSON. */
        WIRE,
        /** All other steps. */
        OTHER,
        /** Not a step: from the first byte that the server read of the body to its reply. */
        TOTAL
    }

    /** All kinds but the total, which holds the others. */
    static final Set<Kind> PARTS = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Kind.TOTAL)));

    /** Reads a header such as {@code decode;dur=3.1, total;dur=20.0}. */
    static Steps parse(String header) {
        Map<String, Double> millis = new LinkedHashMap<>();
        for (String step : header.split(",")) {
            String[] pair = step.strip().split(";dur=");
            if (pair.length == 2) {
                millis.merge(pair[0], Double.parseDouble(pair[1]), Double::sum);
            }
        }
        return new Steps(millis);
    }

    /** The sum of the steps of one kind, in milliseconds. */
    double sum(Kind kind) {
        return millis.entrySet().stream()
                .filter(step -> kind(step.getKey()) == kind)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** The sum of all steps, in milliseconds; more than the total where steps ran side by side. */
    double known() {
        return PARTS.stream().mapToDouble(this::sum).sum();
    }

    /** From the first byte that the server read of the body to its reply, in milliseconds. */
    double total() {
        return sum(Kind.TOTAL);
    }

    /** Decoding and sessions: what no server around the same models can avoid, in milliseconds. */
    double floor() {
        return sum(Kind.DECODE) + sum(Kind.SESSION);
    }

    /** What a step is spent on, by its name. */
    static Kind kind(String step) {
        if (step.equals("total")) {
            return Kind.TOTAL;
        }
        if (step.equals("body") || step.equals("json") || step.equals("write")) {
            return Kind.WIRE;
        }
        if (step.equals("decode")) {
            return Kind.DECODE;
        }
        if (step.endsWith(".prepare")) {
            return Kind.PREPARE;
        }
        if (step.endsWith(".decode")) {
            return Kind.OUTPUT;
        }
        return step.contains(".") ? Kind.SESSION : Kind.OTHER;
    }
}
