package org.lynceus.gallerybuilder.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lynceus.client.ToolException;
import org.lynceus.gallerybuilder.findings.Finding;

/**
 * Finds photos that are copies of each other for all that matters, such as another size of the same file: the cosine of
 * their faces is 0.999 or more.
 */
final class NearDuplicates {
    private static final double SAME = 0.999;
    private static final String HOW = "nearly the same picture as";

    private final List<UsablePhoto> photos;
    private final int[] root;

    private NearDuplicates(List<UsablePhoto> photos) {
        this.photos = photos;
        root = new int[photos.size()];
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
        }
    }

    /**
     * Leaves out what is there twice: of one person's copies all but the best, and of those that stand under several
     * people all.
     *
     * @param photos each with a vector of the encoder
     * @param encoder that compares
     * @param findings is told
     * @return the others, in the same order
     * @throws ToolException when it is interrupted
     */
    static List<UsablePhoto> leaveOut(
            List<UsablePhoto> photos, String encoder, PairSearch search, List<Finding> findings) throws ToolException {
        NearDuplicates copies = new NearDuplicates(photos);
        List<float[]> vectors =
                photos.stream().map(photo -> photo.vector(encoder)).toList();
        search.search("comparing photos", vectors, SAME, (first, second, cosine) -> copies.join(first, second));
        return copies.kept(findings);
    }

    private List<UsablePhoto> kept(List<Finding> findings) {
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < root.length; i++) {
            groups.computeIfAbsent(find(i), any -> new ArrayList<>()).add(i);
        }
        Map<Integer, Finding> told = new HashMap<>();
        groups.values().stream().filter(group -> group.size() > 1).forEach(group -> judge(group, told));
        List<UsablePhoto> kept = new ArrayList<>();
        for (int i = 0; i < root.length; i++) {
            if (told.containsKey(i)) {
                findings.add(told.get(i));
            } else {
                kept.add(photos.get(i));
            }
        }
        return kept;
    }

    private void judge(List<Integer> group, Map<Integer, Finding> told) {
        Map<String, Integer> onePerPerson = new LinkedHashMap<>();
        group.forEach(
                i -> onePerPerson.putIfAbsent(photos.get(i).photo().person().id(), i));
        int best = group.get(0);
        for (int i : group) {
            best = better(photos.get(i), photos.get(best)) ? i : best;
        }
        Set<String> people = new HashSet<>(onePerPerson.keySet());
        for (int i : group) {
            UsablePhoto photo = photos.get(i);
            if (people.size() > 1) {
                String own = photo.photo().person().id();
                int other = onePerPerson.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(own))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
                told.put(
                        i,
                        SameFiles.shared(photo.photo(), HOW, photos.get(other).photo()));
            } else if (i != best) {
                told.put(
                        i,
                        SameFiles.duplicate(photo.photo(), HOW, photos.get(best).photo()));
            }
        }
    }

    private static boolean better(UsablePhoto photo, UsablePhoto than) {
        return photo.fine() == than.fine() ? photo.weight() > than.weight() : photo.fine();
    }

    private void join(int first, int second) {
        root[find(second)] = find(first);
    }

    private int find(int i) {
        int at = i;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
