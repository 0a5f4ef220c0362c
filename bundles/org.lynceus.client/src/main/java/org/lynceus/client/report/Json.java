package org.lynceus.client.report;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values in JSON. */
final class Json {
    private Json() {}

    /** Adds a value: text, whole number or number; one that is not finite becomes null. */
    static void put(ObjectNode node, String key, Object value) {
        if (value instanceof Double number) {
            if (Double.isFinite(number)) {
                node.put(key, number);
            } else {
                node.putNull(key);
            }
        } else if (value instanceof Number number) {
            node.put(key, number.longValue());
        } else {
            node.put(key, value.toString());
        }
    }
}
