package org.lynceus.evaluate.pairs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Groups of pairs by the values of a column. */
final class Groups {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final int MANY = 10;
    private static final int QUARTERS = 4;

    private Groups() {}

    /**
     * Groups pairs: by value, or, where there are more than ten values and all are numbers, into four groups of about
     * equal size.
     *
     * @return pairs by the name of their group
     */
    static Map<String, List<ScoredPair>> of(String column, List<ScoredPair> scored) {
        Map<String, List<ScoredPair>> byValue = new TreeMap<>(scored.stream()
                .collect(Collectors.groupingBy(pair -> pair.pair().column(column))));
        boolean numbers = byValue.keySet().stream()
                .allMatch(value -> NUMBER.matcher(value).matches());
        return numbers && byValue.size() > MANY ? quarters(column, scored) : byValue;
    }

    private static Map<String, List<ScoredPair>> quarters(String column, List<ScoredPair> scored) {
        List<ScoredPair> ordered = new ArrayList<>(scored);
        ordered.sort(Comparator.comparingDouble(pair -> number(column, pair)));
        Map<String, List<ScoredPair>> groups = new LinkedHashMap<>();
        int from = 0;
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            int to = (int) ((long) ordered.size() * quarter / QUARTERS);
            // Equal values stay together.
            while (to > from
                    && to < ordered.size()
                    && number(column, ordered.get(to)) == number(column, ordered.get(to - 1))) {
                to++;
            }
            if (to > from) {
                List<ScoredPair> group = ordered.subList(from, to);
                String first = group.get(0).pair().column(column);
                String last = group.get(group.size() - 1).pair().column(column);
                groups.put(first.equals(last) ? first : first + " to " + last, group);
                from = to;
            }
        }
        return groups;
    }

    private static double number(String column, ScoredPair pair) {
        return Double.parseDouble(pair.pair().column(column));
    }
}
