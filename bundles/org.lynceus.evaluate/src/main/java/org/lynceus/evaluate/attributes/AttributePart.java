package org.lynceus.evaluate.attributes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.client.report.Section;
import org.lynceus.evaluate.dataset.FaceLabels;
import org.lynceus.evaluate.dataset.LabelFile;
import org.lynceus.evaluate.session.Found;
import org.lynceus.evaluate.session.Measurement;
import org.lynceus.evaluate.session.Misses;
import org.lynceus.evaluate.session.Part;
import org.lynceus.evaluate.session.Session;

/** Compares attributes with labels. */
public final class AttributePart implements Part {
    @Override
    public Optional<Measurement> read(Session session) throws ToolException {
        return LabelFile.read(session.dataset(), session.split()).map(labels -> () -> measure(session, labels));
    }

    private static Section measure(Session session, List<FaceLabels> labels) throws ToolException {
        Map<Path, Found> found = session.finder()
                .everything(labels.stream().map(FaceLabels::picture).distinct().toList());
        List<LabelledFace> faces = new ArrayList<>();
        for (FaceLabels label : labels) {
            found.get(label.picture()).central().ifPresent(face -> faces.add(new LabelledFace(label, face)));
        }
        Section section = new Section("attributes", "Attributes (labels, DetectFaces)");
        Misses.report(section, found.values());
        TraitReport.write(section, faces);
        AgeReport.write(section, faces);
        EmotionReport.write(section, faces);
        return section;
    }
}
