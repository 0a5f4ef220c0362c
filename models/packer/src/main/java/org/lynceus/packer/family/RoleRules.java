package org.lynceus.packer.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lynceus.forge.ForgeException;

/**
 * What models of a role look like.
 *
 * @param role its name
 * @param graph the usual name of its graph
 * @param width columns of the input where a graph leaves them free; −1 to leave them free
 * @param height rows, likewise
 * @param recognisers of its families by decoder, in the order in which they are tried
 */
public record RoleRules(String role, String graph, int width, int height, Map<String, Recogniser> recognisers) {
    private static final List<String> CLASSIFYING = List.of(
            "image-classification",
            "moderation-classification",
            "food-classification",
            "plant-classification",
            "face-emotion",
            "eye-state",
            "face-liveness");
    private static final Map<String, RoleRules> ALL = all();

    /**
     * Finds the rules of a role.
     *
     * @param role its name
     * @return the rules
     * @throws ForgeException when models of the role cannot be packed
     */
    public static RoleRules of(String role) throws ForgeException {
        RoleRules rules = ALL.get(role);
        if (rules == null) {
            throw new ForgeException("'" + role + "' is no role that models can be packed for; known are "
                    + String.join(", ", new TreeSet<>(ALL.keySet())));
        }
        return rules;
    }

    /** All roles, those that most people look for first. */
    public static List<RoleRules> known() {
        return List.copyOf(ALL.values());
    }

    /** Names of the decoders of this role. */
    public List<String> decoders() {
        return List.copyOf(recognisers.keySet());
    }

    /**
     * Finds the family of a graph.
     *
     * @param label the beginning of messages
     * @param evidence what is known of the graph
     * @return its family
     * @throws ForgeException when the outputs are none of this role's, or the decoder that the user named is not known
     */
    public Family recognise(String label, Evidence evidence) throws ForgeException {
        String stated = evidence.stated().get("decoder");
        if (stated != null && !recognisers.containsKey(stated)) {
            throw new ForgeException("'" + stated + "' is no decoder of the role " + role + "; known are "
                    + String.join(", ", decoders()));
        }
        return find(evidence)
                .orElseThrow(() -> new ForgeException(label + ": the outputs "
                        + evidence.outputs().stream().map(Object::toString).collect(Collectors.joining(", "))
                        + (stated == null
                                ? " are of no family that is known for the role " + role
                                        + "; name one with --decoder if they are: " + String.join(", ", decoders())
                                : " do not fit the decoder " + stated)));
    }

    /**
     * Finds the family of a graph.
     *
     * @param evidence what is known of the graph
     * @return its family; empty when it is none of this role's
     */
    public Optional<Family> find(Evidence evidence) {
        for (Map.Entry<String, Recogniser> entry : recognisers.entrySet()) {
            if (!evidence.statesOther(entry.getKey())) {
                Optional<Family> family = entry.getValue().recognise(evidence);
                if (family.isPresent()) {
                    return family;
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, RoleRules> all() {
        Map<String, RoleRules> all = new LinkedHashMap<>();
        Map<String, Recogniser> objects = new LinkedHashMap<>();
        objects.put("efficientdet", BoxDetectors::efficientDet);
        objects.put("ssd", RoleRules::ssd);
        objects.put("detr", QueryDetectors::detr);
        objects.put("yolox", GridDetectors::yolox);
        objects.put("yolov5", GridDetectors::yolov5);
        objects.put("yolov8", GridDetectors::yolov8);
        objects.put("nanodet", StatedModels::nanoDet);
        add(all, "object-detection", "detect", 640, objects);
        Map<String, Recogniser> faces = new LinkedHashMap<>();
        faces.put("yunet", FaceDetectors::yunet);
        faces.put("scrfd", FaceDetectors::scrfd);
        faces.put("retinaface", FaceDetectors::retinaFace);
        faces.put("ultraface", FaceDetectors::ultraFace);
        faces.put("blazeface", StatedModels::blazeFace);
        add(all, "face-detection", "detect", 640, faces);
        add(all, "face-embedding", "embed", 112, Map.of("embedding", PictureModels::embedding));
        for (String role : CLASSIFYING) {
            Map<String, Recogniser> classes = new LinkedHashMap<>();
            classes.put("classification", PictureModels::classification);
            classes.put("tagging", PictureModels::tagging);
            add(all, role, "classify", 224, classes);
        }
        add(all, "open-vocabulary-tagging", "tag", 224, Map.of("tagging", PictureModels::tagging));
        add(all, "text-detection", "detect", -1, Map.of("db", TextModels::db));
        all.put(
                "text-recognition",
                new RoleRules("text-recognition", "read", -1, 48, new TreeMap<>(Map.of("ctc", TextModels::ctc))));
        return all;
    }

    /** Rows of six numbers may also be a grid of one class. */
    private static Optional<Family> ssd(Evidence evidence) {
        boolean grid = !evidence.states("ssd")
                && (GridDetectors.yolox(evidence).isPresent()
                        || GridDetectors.yolov5(evidence).isPresent());
        return BoxDetectors.ssd(evidence)
                .or(() -> grid ? Optional.empty() : BoxDetectors.rows(evidence))
                .or(() -> BoxDetectors.stated(evidence));
    }

    private static void add(
            Map<String, RoleRules> all, String role, String graph, int side, Map<String, Recogniser> recognisers) {
        all.put(role, new RoleRules(role, graph, side, side, recognisers));
    }
}
