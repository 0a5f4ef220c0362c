package org.lynceus.evaluate.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Groups of labelled things by the values of a column. */
public final class Groups {
    /** The group of empty cells. */
    public static final String EMPTY = "(empty)";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final int MANY = 10;
    private static final int QUARTERS = 4;

    private Groups() {}

    /**
     * Groups things: by value, or, where there are more than ten values and all are numbers, into four groups of about
     * equal size. Empty cells are the last group.
     *
     * @param things labelled
     * @param cell value of a thing's column, maybe empty text
     * @return things by the name of their group
     */
    public static <T> Map<String, List<T>> of(List<T> things, Function<T, String> cell) {
        Map<String, List<T>> byValue = new TreeMap<>(things.stream().collect(Collectors.groupingBy(cell)));
        List<T> empty = byValue.containsKey("") ? byValue.remove("") : List.of();
        boolean numbers = byValue.keySet().stream()
                .allMatch(value -> NUMBER.matcher(value).matches());
        Map<String, List<T>> groups =
                numbers && byValue.size() > MANY ? quarters(things, cell) : new LinkedHashMap<>(byValue);
        if (!empty.isEmpty()) {
            groups.put(EMPTY, empty);
        }
        return groups;
    }

    private static <T> Map<String, List<T>> quarters(List<T> things, Function<T, String> cell) {
        ToDoubleFunction<T> number = thing -> Double.parseDouble(cell.apply(thing));
        List<T> ordered = new ArrayList<>(things);
        ordered.removeIf(thing -> cell.apply(thing).isEmpty());
        ordered.sort(Comparator.comparingDouble(number));
        Map<String, List<T>> groups = new LinkedHashMap<>();
        int from = 0;
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            int to = (int) ((long) ordered.size() * quarter / QUARTERS);
            // Equal values stay together.
            while (to > from
                    && to < ordered.size()
                    && number.applyAsDouble(ordered.get(to)) == number.applyAsDouble(ordered.get(to - 1))) {
                to++;
            }
            if (to > from) {
                List<T> group = ordered.subList(from, to);
                String first = cell.apply(group.get(0));
                String last = cell.apply(group.get(group.size() - 1));
                groups.put(first.equals(last) ? first : first + " to " + last, group);
                from = to;
            }
        }
        return groups;
    }
}
