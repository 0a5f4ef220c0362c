package org.lynceus.packer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.lynceus.forge.ForgeException;
import org.lynceus.packer.family.Family;
import org.lynceus.packer.family.RoleRules;
import org.lynceus.packer.graph.PictureInput;
import org.lynceus.packer.source.Format;
import org.lynceus.packer.source.UserFile;

/** Tries a weight file for every role, and writes the commands that would pack it. */
final class Proposals {
    /** Roles whose outputs have a form of their own: the first that fits is it. */
    private static final List<String> UNMISTAKABLE =
            List.of("object-detection", "face-detection", "text-detection", "text-recognition");

    /** Roles whose output is a vector: which of them it is, the outputs do not tell. */
    private static final List<String> VECTORS =
            List.of("face-embedding", "image-classification", "open-vocabulary-tagging");

    private static final String INPUT = "input     ";
    private static final int SMALLEST_FACE = 96;
    private static final int LARGEST_FACE = 160;
    private static final int LARGEST_LINE = 64;

    private Proposals() {}

    /** Adds what the file may be to a report. */
    static Report add(UserFile file, String command, List<String> lines) {
        List<String> refusals = new ArrayList<>();
        int found = 0;
        for (String role : UNMISTAKABLE) {
            found += found == 0 && tryRole(file, role, command, lines, refusals) ? 1 : 0;
        }
        if (found == 0) {
            for (String role : named(file) ? List.of("image-classification") : VECTORS) {
                found += tryRole(file, role, command, lines, refusals) ? 1 : 0;
            }
        }
        lines.add("");
        if (found > 0) {
            lines.add(
                    found == 1
                            ? "What the command does not state is assumed; pack tells what."
                            : "Its outputs fit several roles; you know which it was trained for. pack tells what is assumed.");
            return new Report(lines, true);
        }
        lines.add("It cannot be packed:");
        if (refusals.isEmpty()) {
            refusals.add("its outputs are of no family that is known");
        }
        refusals.forEach(line -> lines.add("  " + line));
        return new Report(lines, false);
    }

    private static boolean tryRole(
            UserFile file, String role, String command, List<String> lines, List<String> refusals) {
        try {
            return propose(file, role, command, lines);
        } catch (ForgeException e) {
            if (!refusals.contains(e.getMessage())) {
                refusals.add(e.getMessage());
            }
            return false;
        }
    }

    /** Whether the file brings names of classes. */
    private static boolean named(UserFile file) {
        try {
            return !file.facts().labels().isEmpty();
        } catch (ForgeException e) {
            return false;
        }
    }

    /** Faces are cut out small, lines of text are low. */
    private static boolean plausible(String role, PictureInput input) {
        return switch (role) {
            case "face-embedding" -> input.height() >= SMALLEST_FACE && input.height() <= LARGEST_FACE;
            case "text-recognition" -> input.height() <= LARGEST_LINE;
            default -> true;
        };
    }

    private static boolean propose(UserFile file, String role, String command, List<String> lines)
            throws ForgeException {
        RoleRules rules = RoleRules.of(role);
        PackRequest request = request(role, file.path());
        PreparedGraph graph = PreparedGraph.of(file, rules, request);
        Optional<Family> family = rules.find(Recognition.evidence(graph, request, Optional.empty()));
        if (family.isEmpty() || !plausible(role, graph.tried())) {
            return false;
        }
        if (file.format() != Format.ONNX && lines.stream().noneMatch(line -> line.startsWith(INPUT))) {
            lines.add(INPUT + graph.stored().name() + " " + graph.stored().shape());
            graph.outputs().forEach(output -> lines.add("output    " + output));
        }
        Map<String, String> missing = missing(graph, family.get());
        StringBuilder pack = new StringBuilder(command + " pack --role " + role + " --file "
                + Options.quoted(file.path().toString()));
        missing.keySet().forEach(option -> pack.append(' ').append(option));
        lines.add("");
        lines.add(role + ": " + family.get().title() + " (" + family.get().reason() + ")");
        missing.forEach((option, why) -> lines.add("  still needed: " + option + ", " + why));
        lines.add("  " + pack + " --licence 'TEXT'");
        return true;
    }

    private static Map<String, String> missing(PreparedGraph graph, Family family) {
        Map<String, String> missing = new LinkedHashMap<>();
        OptionalInt classes = family.classes();
        if (family.decoder().equals("tagging")) {
            missing.put("--labels FILE", "the words that pictures are compared with, one per line");
            missing.put("--label-vectors FILE.npy", "their vectors, made with the text tower");
        } else if (classes.isPresent()) {
            try {
                LabelChoice.of("", family, Optional.empty(), graph.facts());
            } catch (ForgeException e) {
                boolean characters = family.decoder().equals("ctc");
                missing.put(
                        characters ? "--dictionary FILE" : "--labels FILE",
                        characters
                                ? "the characters, " + (classes.getAsInt() - 2) + " or " + (classes.getAsInt() - 1)
                                        + " lines"
                                : "the names of the " + classes.getAsInt() + " classes, one per line");
            }
        }
        return missing;
    }

    private static PackRequest request(String role, Path file) {
        return new PackRequest(
                role,
                Map.of("", file),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Map.of());
    }
}
