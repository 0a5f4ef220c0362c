package org.lynceus.detector.faces.internal.attributes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceAttribute;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.detector.faces.internal.attributes.net.HeadLabel;
import org.lynceus.detector.faces.internal.attributes.net.Heads;
import org.lynceus.detector.faces.internal.attributes.view.FaceView;
import org.lynceus.detector.faces.internal.face.FoundFace;
import org.lynceus.detector.faces.internal.find.SideBySide;
import org.opencv.core.Mat;

/**
 * Tells the attributes of faces. Thread-safe.
 *
 * <p>Only the models that what is asked for needs run, each at most once per face. A face and a model make a task; idle cores
 * take the tasks, the longest first, so that one face is looked at by several models side by side, and the faces of a group
 * are spread over the cores. The heads, which take no time, judge all faces in one run.
 *
 * <p>Batches do not pay. Milliseconds of one core for a face (an eye for the last two), alone, of two and of eight in a run:
 *
 * <table>
 * <caption>ONNX Runtime 1.29, one thread</caption>
 * <tr><th>model</th><th>1</th><th>2</th><th>8</th></tr>
 * <tr><td>faceres</td><td>6.2</td><td>6.2</td><td>6.5</td></tr>
 * <tr><td>expression</td><td>29.0</td><td>28.6</td><td>30.7</td></tr>
 * <tr><td>mini-xception</td><td>0.61</td><td>0.60</td><td>0.65</td></tr>
 * <tr><td>iris</td><td>0.76</td><td>0.77</td><td>0.79</td></tr>
 * <tr><td>eye-state</td><td>0.042</td><td>0.033</td><td>0.025</td></tr>
 * </table>
 *
 * So a batch would only leave cores idle; the two eyes of a face share a run, which is one call less.
 */
public final class AttributeAnalyser implements AutoCloseable {
    private final Nets nets;
    private final Describer describer;
    private final SideBySide sideBySide = new SideBySide();

    /** Binds the models. Those whose description does not fit are left out, which is logged. */
    public AttributeAnalyser(AttributeModels models) {
        this.nets = new Nets(models);
        this.describer = new Describer(nets.ageRule);
    }

    /**
     * Measures pose and quality of faces, on idle cores at the same time.
     *
     * @param picture BGR matrix, which must stay as long as the views are used
     * @return in the same order
     */
    public List<FaceView> view(Mat picture, List<FoundFace> faces) throws VisionException {
        AtomicReferenceArray<FaceView> views = new AtomicReferenceArray<>(faces.size());
        sideBySide.all(IntStream.range(0, faces.size())
                .<SideBySide.Task>mapToObj(i -> () -> views.set(i, FaceView.of(picture, faces.get(i))))
                .toList());
        return IntStream.range(0, faces.size()).mapToObj(views::get).toList();
    }

    /**
     * Tells attributes.
     *
     * @param faces of one picture
     * @param asked nothing else is computed
     * @return one entry for each face, in the same order; empty what was not asked for or cannot be told
     */
    public List<FaceAttributes> analyse(List<FaceView> faces, Set<FaceAttribute> asked) throws VisionException {
        Plan plan = Plan.of(asked, nets.headLabels());
        List<Reading> readings = faces.stream()
                .map(face -> new Reading(face, nets.emotions.size()))
                .toList();
        sideBySide.all(tasks(readings, plan));
        if (plan.heads() && !readings.isEmpty()) {
            judge(readings);
        }
        Set<FaceAttribute> wanted = EnumSet.noneOf(FaceAttribute.class);
        wanted.addAll(asked);
        return readings.stream()
                .map(reading -> describer.describe(reading, wanted))
                .toList();
    }

    /** Lets running calls end, then lets go of the models. */
    @Override
    public void close() {
        sideBySide.close();
        nets.close();
    }

    /** The tasks of all faces, the longest first: first the first task of each face, then the second. */
    private List<SideBySide.Task> tasks(List<Reading> readings, Plan plan) {
        List<List<SideBySide.Task>> each =
                readings.stream().map(reading -> reading.tasks(plan, nets)).toList();
        List<SideBySide.Task> tasks = new ArrayList<>();
        int most = each.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < most; i++) {
            for (List<SideBySide.Task> one : each) {
                tasks.add(one.get(i));
            }
        }
        return tasks;
    }

    private void judge(List<Reading> readings) throws VisionException {
        Heads heads = nets.heads.orElseThrow();
        List<Map<HeadLabel, Double>> judged = heads.judge(readings.stream()
                .map(reading -> reading.ageGender().orElseThrow())
                .toList());
        for (int i = 0; i < readings.size(); i++) {
            readings.get(i).heads(judged.get(i));
        }
    }
}
