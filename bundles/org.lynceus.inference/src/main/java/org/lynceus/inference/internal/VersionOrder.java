package org.lynceus.inference.internal;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Orders versions of any form as people do: numbers by value, all else by letter, so that 1.10 comes after 1.9 and 1.0
 * after 1.
 */
final class VersionOrder implements Comparator<String> {
    private static final Pattern PART = Pattern.compile("\\d+|[^\\d.]+");

    @Override
    public int compare(String one, String other) {
        String[] left = parts(one);
        String[] right = parts(other);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = comparePart(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static String[] parts(String version) {
        return PART.matcher(version).results().map(MatchResult::group).toArray(String[]::new);
    }

    private static int comparePart(String left, String right) {
        boolean numbers = Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0));
        return numbers ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right);
    }
}
