package org.lynceus.evaluate.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lynceus.client.picture.Box;

/** Pairs boxes of two lists that show the same, those that overlap most first. */
public final class BoxMatching {
    private BoxMatching() {}

    private record Candidate(int first, int second, double iou) {}

    /**
     * Pairs boxes.
     *
     * @param first boxes
     * @param second boxes of the same picture
     * @param least intersection over union of a pair
     * @return index in {@code second} by index in {@code first}; no index occurs twice
     */
    public static Map<Integer, Integer> match(List<Box> first, List<Box> second, double least) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            for (int j = 0; j < second.size(); j++) {
                double iou = first.get(i).iou(second.get(j));
                if (iou >= least) {
                    candidates.add(new Candidate(i, j, iou));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::iou).reversed());
        Map<Integer, Integer> matched = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!matched.containsKey(candidate.first()) && taken.add(candidate.second())) {
                matched.put(candidate.first(), candidate.second());
            }
        }
        return matched;
    }
}
