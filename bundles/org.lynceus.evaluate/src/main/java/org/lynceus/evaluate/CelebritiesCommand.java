package org.lynceus.evaluate;

import java.util.List;
import org.lynceus.evaluate.celebrities.CelebritiesPart;
import org.lynceus.evaluate.session.Part;
import picocli.CommandLine.Command;

/** {@code evaluate celebrities}: whether people of a gallery get their names, and strangers none. */
@Command(
        name = "celebrities",
        description = "Lets the running server recognise people of its galleries, and strangers.",
        footer = {
            "",
            "The folder holds one of:",
            "  labels.csv    image, and id or name of the person in the gallery; neither: a stranger",
            "  folders       of pictures, each named by a person's id or name; 'strangers': people of no gallery",
            "Pictures lie where labels.csv says, relative to the folder or to its folder images; so do the folders.",
            "In a picture with several faces the one nearest the centre counts."
        },
        sortOptions = false,
        usageHelpWidth = 110)
final class CelebritiesCommand extends EvaluationCommand {
    @Override
    List<Part> parts() {
        return List.of(new CelebritiesPart());
    }

    @Override
    String missing() {
        return "neither labels.csv nor folders of pictures";
    }
}
