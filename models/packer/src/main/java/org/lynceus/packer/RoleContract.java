package org.lynceus.packer;

import java.util.List;
import java.util.Map;
import org.lynceus.model.api.ModelInfo;

/** What the components that use a role read from a description, for roles that the platform itself does not decode. */
final class RoleContract {
    private static final Map<String, List<String>> KEYS = Map.of(
            "face-embedding",
            List.of(
                    "embedding.dimension",
                    "embedding.mirror",
                    "alignment.size",
                    "alignment.template",
                    "similarity.slope",
                    "similarity.midpoint"));
    private static final int TEMPLATE = 10;

    private RoleContract() {}

    /**
     * Checks a description.
     *
     * @throws IllegalArgumentException when a key is missing or its value makes no sense
     */
    static void check(ModelInfo info) {
        for (String key : KEYS.getOrDefault(info.role(), List.of())) {
            String value = info.property(key)
                    .orElseThrow(() -> new IllegalArgumentException("the key '" + key + "' is missing"));
            if (!key.equals("embedding.mirror")) {
                numbers(key, value);
            } else if (!value.equals("true") && !value.equals("false")) {
                throw new IllegalArgumentException(key + " is true or false, not " + value);
            }
        }
    }

    private static void numbers(String key, String value) {
        String[] numbers = value.split(",");
        try {
            for (String number : numbers) {
                boolean positive = Double.parseDouble(number.strip()) > 0;
                if (!positive && !key.equals("alignment.template") && !key.equals("similarity.midpoint")) {
                    throw new IllegalArgumentException(key + " is above 0, not " + value);
                }
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is no number: " + value, e);
        }
        if (numbers.length != (key.equals("alignment.template") ? TEMPLATE : 1)) {
            throw new IllegalArgumentException(key + " has " + numbers.length + " numbers");
        }
    }
}
