package org.lynceus.evaluate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lynceus.evaluate.session.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evaluate faces}: compares the server's faces with labels. */
@Command(
        name = "faces",
        description = "Compares the running server's faces with labels.",
        footer = {
            "",
            "The folder may hold, in any combination:",
            "  pairs.csv                      image1,image2,same: accuracy, TAR at FAR",
            "  *.pts, landmarks.csv or *landmarks*.xml, also in landmarks/: 68 points, landmark errors",
            "  attributes.csv or labels.csv   image, gender, age, emotion, smile, ...: accuracy, AUC, calibration",
            "Pictures lie where the files say, relative to the folder or to its folder images.",
            "--by takes columns of pairs.csv, --split values of the column split of attributes.csv and labels.csv."
        },
        sortOptions = false,
        usageHelpWidth = 110)
final class FacesCommand extends EvaluationCommand {
    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "only these parts: pairs, landmarks, attributes, all-pairs, rotations")
    private Set<FolderPart> only = EnumSet.noneOf(FolderPart.class);

    @Option(names = "--all-pairs", description = "also compare every two pictures of the folder")
    private boolean allPairs;

    @Option(names = "--rotations", description = "also send every picture turned by 90, 180 and 270 degrees")
    private boolean rotations;

    @Override
    List<Part> parts() {
        Set<FolderPart> wanted = EnumSet.noneOf(FolderPart.class);
        wanted.addAll(only.isEmpty() ? FolderPart.labelled() : only);
        if (allPairs) {
            wanted.add(FolderPart.ALL_PAIRS);
        }
        if (rotations) {
            wanted.add(FolderPart.ROTATIONS);
        }
        return wanted.stream().map(FolderPart::part).toList();
    }

    @Override
    String missing() {
        return "neither pairs, landmarks nor attributes";
    }
}
