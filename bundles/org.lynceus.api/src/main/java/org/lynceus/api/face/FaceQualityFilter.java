package org.lynceus.api.face;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A bar that a face must pass to be compared, searched or indexed. Immutable and thread-safe.
 *
 * <p>The service that Lynceus is compatible with does not publish its bars; these are ours. {@code LOW} drops only faces
 * whose features cannot be seen, {@code HIGH} keeps what could be on a document.
 *
 * <table>
 * <caption>What passes, limits included</caption>
 * <tr><th></th><th>NONE</th><th>LOW, AUTO</th><th>MEDIUM</th><th>HIGH</th><th>reason otherwise</th></tr>
 * <tr><td>short side of the box, at least</td><td>any</td><td>24 px</td><td>40 px</td><td>80 px</td>
 *     <td>{@link QualityReason#SMALL_BOUNDING_BOX}</td></tr>
 * <tr><td>sharpness, at least</td><td>any</td><td>10</td><td>25</td><td>60</td>
 *     <td>{@link QualityReason#LOW_SHARPNESS}</td></tr>
 * <tr><td>brightness, at least</td><td>any</td><td>25</td><td>35</td><td>45</td>
 *     <td>{@link QualityReason#LOW_BRIGHTNESS}</td></tr>
 * <tr><td>brightness, at most</td><td>any</td><td>99</td><td>97</td><td>95</td>
 *     <td>{@link QualityReason#LOW_FACE_QUALITY}</td></tr>
 * <tr><td>yaw to either side, at most</td><td>any</td><td>75°</td><td>60°</td><td>35°</td>
 *     <td>{@link QualityReason#EXTREME_POSE}</td></tr>
 * <tr><td>pitch up or down, at most</td><td>any</td><td>60°</td><td>45°</td><td>30°</td>
 *     <td>{@link QualityReason#EXTREME_POSE}</td></tr>
 * <tr><td>confidence, at least</td><td>any</td><td>50</td><td>70</td><td>90</td>
 *     <td>{@link QualityReason#LOW_CONFIDENCE}</td></tr>
 * </table>
 *
 * <p>Sides are those of the face's box in pixels of the picture as it was given, sharpness and brightness those of
 * {@link FaceQuality}. A head that leans, or a picture that lies on its side, is no worse for it: roll does not count.
 *
 * <p>The bars were chosen on 400 portraits and on changed copies of 70 of them. Of official portraits 99 in 100 pass
 * {@code HIGH}. A face blurred to the detail of 16 pixels passes {@code MEDIUM}, to that of 12 pixels half the time; with
 * a tenth of its light most fail {@code LOW}.
 */
public enum FaceQualityFilter {
    /** Everything passes. */
    NONE(0, 0, 0, 100, 180, 180, 0),
    /** The bar that is taken when nobody chooses one: that of {@link #LOW}. */
    AUTO(24, 10, 25, 99, 75, 60, 50),
    /** Drops faces whose features cannot be seen. */
    LOW(24, 10, 25, 99, 75, 60, 50),
    /** Drops small, dark, blurred and turned faces. */
    MEDIUM(40, 25, 35, 97, 60, 45, 70),
    /** Keeps faces that could be on a document. */
    HIGH(80, 60, 45, 95, 35, 30, 90);

    private final float side;
    private final float sharpness;
    private final float darkest;
    private final float brightest;
    private final float yaw;
    private final float pitch;
    private final float confidence;

    FaceQualityFilter(
            float side, float sharpness, float darkest, float brightest, float yaw, float pitch, float confidence) {
        this.side = side;
        this.sharpness = sharpness;
        this.darkest = darkest;
        this.brightest = brightest;
        this.yaw = yaw;
        this.pitch = pitch;
        this.confidence = confidence;
    }

    /**
     * Judges a face by all limits of the bar.
     *
     * @param face as it was found
     * @param imageWidth width of the picture in pixels
     * @param imageHeight height of the picture in pixels
     * @return everything that speaks against the face, in the order of the enumeration; empty when it passes; unmodifiable
     */
    public Set<QualityReason> reasons(Face face, int imageWidth, int imageHeight) {
        if (this == NONE) {
            return Set.of();
        }
        Set<QualityReason> reasons = EnumSet.noneOf(QualityReason.class);
        float shortSide = Math.min(face.box().width() * imageWidth, face.box().height() * imageHeight);
        if (shortSide < side) {
            reasons.add(QualityReason.SMALL_BOUNDING_BOX);
        }
        if (face.quality().sharpness() < sharpness) {
            reasons.add(QualityReason.LOW_SHARPNESS);
        }
        if (face.quality().brightness() < darkest) {
            reasons.add(QualityReason.LOW_BRIGHTNESS);
        }
        if (face.quality().brightness() > brightest) {
            reasons.add(QualityReason.LOW_FACE_QUALITY);
        }
        if (Math.abs(face.pose().yaw()) > yaw || Math.abs(face.pose().pitch()) > pitch) {
            reasons.add(QualityReason.EXTREME_POSE);
        }
        if (face.confidence() < confidence) {
            reasons.add(QualityReason.LOW_CONFIDENCE);
        }
        return Collections.unmodifiableSet(reasons);
    }
}
