package org.lynceus.gallerybuilder.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.lynceus.client.ToolException;
import org.lynceus.client.work.Workers;
import org.lynceus.gallerybuilder.faces.FacePortraits;
import org.lynceus.gallerybuilder.faces.Portrait;
import org.lynceus.gallerybuilder.findings.Finding;
import org.lynceus.gallerybuilder.people.Person;
import org.lynceus.gallerybuilder.photos.Photo;

/**
 * What is known of people after a build.
 *
 * @param people who have an entry, in their order
 * @param vectors by encoder version, the best first: for each of the people one of length 1
 * @param photosUsed how many photos the entries are made of
 * @param lookAlike cosine from which people were told to look alike; empty when they were not compared
 * @param findings what the user should know, the gravest first
 */
public record Entries(
        List<Person> people,
        Map<String, List<float[]>> vectors,
        int photosUsed,
        OptionalDouble lookAlike,
        List<Finding> findings) {
    private static final Comparator<Finding> GRAVEST_FIRST =
            Comparator.comparing(Finding::leavesOut).reversed().thenComparing(Finding::kind);

    /**
     * Without anybody.
     *
     * @param findings why
     */
    public static Entries none(List<Finding> findings) {
        return new Entries(
                List.of(),
                Map.of(),
                0,
                OptionalDouble.empty(),
                findings.stream().sorted(GRAVEST_FIRST).toList());
    }

    /**
     * Makes the entries of people: of the faces in their photos, each weighted by its quality.
     *
     * @param people in their order
     * @param photos of them
     * @param server is asked for faces
     * @param workers ask and compare
     * @param found is what is known already
     * @throws ToolException when the server does not answer
     */
    public static Entries of(
            List<Person> people, List<Photo> photos, FacePortraits server, Workers workers, List<Finding> found)
            throws ToolException {
        List<Finding> findings = new ArrayList<>(found);
        List<Photo> distinct = SameFiles.leaveOut(photos, findings);
        List<Portrait> portraits = workers.all("asking for faces", distinct, photo -> server.ask(photo.path()));
        List<UsablePhoto> usable = new ArrayList<>();
        for (int i = 0; i < distinct.size(); i++) {
            FaceChoice.choose(distinct.get(i), portraits.get(i), findings).ifPresent(usable::add);
        }
        if (usable.isEmpty()) {
            return none(told(people, Set.of(), findings));
        }
        Encoders encoders = Encoders.of(portraits, usable);
        if (encoders.versions().isEmpty()) {
            throw new ToolException("The server gave no vectors of one encoder for all faces; try again when nobody"
                    + " changes its models, or ask for its log");
        }
        PairSearch search = new PairSearch(workers);
        return entries(
                people, NearDuplicates.leaveOut(usable, encoders.best(), search, findings), encoders, search, findings);
    }

    private static Entries entries(
            List<Person> people, List<UsablePhoto> photos, Encoders encoders, PairSearch search, List<Finding> findings)
            throws ToolException {
        Map<String, List<UsablePhoto>> byPerson = new HashMap<>();
        photos.forEach(photo -> byPerson.computeIfAbsent(photo.photo().person().id(), id -> new ArrayList<>())
                .add(photo));
        List<Person> inside = new ArrayList<>();
        Map<String, List<float[]>> vectors = new LinkedHashMap<>();
        encoders.versions().forEach(version -> vectors.put(version, new ArrayList<>()));
        int used = 0;
        for (Person person : people) {
            List<UsablePhoto> own = byPerson.get(person.id());
            if (own != null) {
                List<UsablePhoto> best = PersonPhotos.used(own, encoders.best(), encoders.lookAlike(), findings);
                double[] weights =
                        best.stream().mapToDouble(UsablePhoto::weight).toArray();
                vectors.forEach((version, entries) -> entries.add(Vectors.mean(
                        best.stream().map(photo -> photo.vector(version)).toList(), weights)));
                inside.add(person);
                used += best.size();
            }
        }
        if (encoders.lookAlike().isPresent()) {
            findings.addAll(LookAlikes.find(
                    inside, vectors.get(encoders.best()), encoders.lookAlike().getAsDouble(), search));
        }
        Set<Person> there = new HashSet<>(inside);
        return new Entries(List.copyOf(inside), vectors, used, encoders.lookAlike(), told(people, there, findings));
    }

    /** Sorted, and with the consequence for those who have no entry. */
    private static List<Finding> told(List<Person> people, Set<Person> inside, List<Finding> findings) {
        Set<String> outside = new HashSet<>();
        people.stream().filter(person -> !inside.contains(person)).forEach(person -> outside.add(person.label()));
        return findings.stream()
                .map(finding -> outside.contains(finding.person())
                                && finding.consequence().equals(Finding.NOT_USED)
                        ? finding.leavingOut()
                        : finding)
                .sorted(GRAVEST_FIRST)
                .toList();
    }
}
