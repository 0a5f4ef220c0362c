package org.lynceus.packer.family;

import java.util.ArrayList;
import java.util.List;

/**
 * How a family's official exports are fed: order of the channels, {@code (p - mean) * scale} for p in 0 to 255, and how a
 * picture is brought to the size of the input.
 */
final class Feed {
    private static final double[] IMAGENET_MEAN = {0.485, 0.456, 0.406};
    private static final double[] IMAGENET_DEVIATION = {0.229, 0.224, 0.225};
    private static final double[] CLIP_MEAN = {0.48145466, 0.4578275, 0.40821073};
    private static final double[] CLIP_DEVIATION = {0.26862954, 0.26130258, 0.27577711};
    private static final double MOST = 255;

    private final List<Setting> settings = new ArrayList<>();
    private final String why;

    private Feed(String why, String color) {
        this.why = why;
        with("color", color);
    }

    /** Red first. */
    static Feed rgb(String why) {
        return new Feed(why, "RGB");
    }

    /** Blue first. */
    static Feed bgr(String why) {
        return new Feed(why, "BGR");
    }

    /** (p - mean) / deviation for p in 0 to 255. */
    Feed normalised(double mean, double deviation) {
        return with("mean", Setting.numbers(mean)).with("scale", Setting.numbers(1 / deviation));
    }

    /** Values 0 to 255 as they are. */
    Feed bytes() {
        return normalised(0, 1);
    }

    /** Values 0 to 1. */
    Feed ratios() {
        return normalised(0, MOST);
    }

    /** Mean and standard deviation of ImageNet, in the order of the channels that the original uses. */
    Feed imageNet() {
        return channels(IMAGENET_MEAN, IMAGENET_DEVIATION);
    }

    /** Mean and standard deviation of CLIP's training pictures. */
    Feed clip() {
        return channels(CLIP_MEAN, CLIP_DEVIATION);
    }

    /** A mean for each channel, in the order of the tensor, nothing else. */
    Feed minus(double first, double second, double third) {
        return with("mean", Setting.numbers(first, second, third)).with("scale", "1");
    }

    /** The picture is stretched to the input. */
    Feed stretched() {
        return with("fit", "stretch");
    }

    /** The picture keeps its proportions; the rest is grey of some level. */
    Feed letterboxed(boolean centred, int pad) {
        return with("fit", centred ? "letterbox" : "letterbox-corner").with("pad", Integer.toString(pad));
    }

    /** The middle of the picture is cut out. */
    Feed cropped(double share) {
        return with("fit", "crop").with("crop", Setting.numbers(share));
    }

    /** Some further key of the graph. */
    Feed with(String key, String value) {
        settings.add(new Setting(Setting.GRAPH + key, value, why));
        return this;
    }

    List<Setting> settings() {
        return List.copyOf(settings);
    }

    private Feed channels(double[] mean, double[] deviation) {
        return with("mean", Setting.numbers(MOST * mean[0], MOST * mean[1], MOST * mean[2]))
                .with(
                        "scale",
                        Setting.numbers(
                                1 / (MOST * deviation[0]), 1 / (MOST * deviation[1]), 1 / (MOST * deviation[2])));
    }
}
