package org.lynceus.detector.faces.internal.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.DoubleStream;
import org.lynceus.api.VisionException;
import org.lynceus.detector.faces.internal.attributes.net.AgeGender;
import org.lynceus.detector.faces.internal.attributes.net.EmotionNet;
import org.lynceus.detector.faces.internal.attributes.net.HeadLabel;
import org.lynceus.detector.faces.internal.attributes.view.FaceView;
import org.lynceus.detector.faces.internal.attributes.view.IrisView;
import org.lynceus.detector.faces.internal.find.SideBySide;

/** What the models say of one face, filled by one task for each model. Thread-safe. */
final class Reading {
    final FaceView face;
    private final AtomicReferenceArray<double[]> emotions;
    private final AtomicReference<AgeGender> ageGender = new AtomicReference<>();
    private final AtomicReference<double[]> eyesOpen = new AtomicReference<>(new double[0]);
    private final AtomicReference<List<IrisView>> irises = new AtomicReference<>(List.of());
    private volatile Map<HeadLabel, Double> heads = Map.of();

    Reading(FaceView face, int emotionNets) {
        this.face = face;
        this.emotions = new AtomicReferenceArray<>(emotionNets);
    }

    /** The tasks that fill it, the longest first. */
    List<SideBySide.Task> tasks(Plan plan, Nets nets) {
        List<SideBySide.Task> tasks = new ArrayList<>();
        if (plan.emotions()) {
            for (int net = 0; net < nets.emotions.size(); net++) {
                tasks.add(emotionTask(nets.emotions.get(net), net));
            }
        }
        if (plan.ageGender()) {
            nets.ageGender.ifPresent(net -> tasks.add(() -> ageGender.set(net.look(face))));
        }
        if (plan.iris()) {
            nets.iris.ifPresent(net -> tasks.add(() -> irises.set(net.look(face.eyes()))));
        }
        if (plan.eyeState()) {
            nets.eyeState.ifPresent(net -> tasks.add(() -> eyesOpen.set(net.look(face.eyes()))));
        }
        return tasks;
    }

    void heads(Map<HeadLabel, Double> judged) {
        heads = Map.copyOf(judged);
    }

    /** Probability that a head gives. */
    Optional<Double> head(HeadLabel label) {
        return Optional.ofNullable(heads.get(label));
    }

    Optional<AgeGender> ageGender() {
        return Optional.ofNullable(ageGender.get());
    }

    /** Mean of the probabilities of all emotion models, in the order of {@link EmotionNet#LABELS}. */
    Optional<double[]> emotions() {
        List<double[]> all = new ArrayList<>();
        for (int net = 0; net < emotions.length(); net++) {
            Optional.ofNullable(emotions.get(net)).ifPresent(all::add);
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        double[] mean = new double[EmotionNet.LABELS.size()];
        all.forEach(one -> {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += one[i] / all.size();
            }
        });
        return Optional.of(mean);
    }

    /** For each of {@link FaceView#eyes()}, 0–1 that it is open; empty when not looked at. */
    List<Double> eyesOpen() {
        return DoubleStream.of(eyesOpen.get()).boxed().toList();
    }

    /** For each of {@link FaceView#eyes()}, its pupil and lids; empty when not looked for. */
    List<IrisView> irises() {
        return irises.get();
    }

    private SideBySide.Task emotionTask(EmotionNet net, int index) {
        return () -> store(net, index);
    }

    private void store(EmotionNet net, int index) throws VisionException {
        emotions.set(index, net.look(face));
    }
}
