package org.lynceus.rest.internal.faces;

import java.util.List;
import org.lynceus.api.Image;
import org.lynceus.api.face.Face;
import org.lynceus.rekognition.QualityFilter;

/**
 * A bar that a face must pass to be compared. The service does not publish its bars; these are ours, chosen so that
 * {@code LOW} drops only faces whose features cannot be seen and {@code HIGH} keeps what a passport office would:
 *
 * <table>
 * <caption>Bars</caption>
 * <tr><th></th><th>short side</th><th>sharpness</th><th>brightness</th><th>yaw</th><th>pitch</th></tr>
 * <tr><td>NONE</td><td colspan="5">everything passes</td></tr>
 * <tr><td>LOW, AUTO</td><td>24 px</td><td>5</td><td>10–98</td><td>75°</td><td>60°</td></tr>
 * <tr><td>MEDIUM</td><td>40 px</td><td>15</td><td>20–95</td><td>60°</td><td>45°</td></tr>
 * <tr><td>HIGH</td><td>80 px</td><td>40</td><td>30–92</td><td>35°</td><td>30°</td></tr>
 * </table>
 *
 * <p>Sides are those of the face's box in pixels of the picture, sharpness and brightness those of
 * {@link org.lynceus.api.face.FaceQuality}, angles absolute ones.
 */
enum FaceQualityFilter {
    /** Everything passes. */
    NONE(0, 0, 0, 100, 180, 180),
    /** Drops faces whose features cannot be seen. */
    LOW(24, 5, 10, 98, 75, 60),
    /** Drops small, dark, blurred and turned faces. */
    MEDIUM(40, 15, 20, 95, 60, 45),
    /** Keeps faces that could be on a document. */
    HIGH(80, 40, 30, 92, 35, 30);

    private final float side;
    private final float sharpness;
    private final float darkest;
    private final float brightest;
    private final float yaw;
    private final float pitch;

    FaceQualityFilter(float side, float sharpness, float darkest, float brightest, float yaw, float pitch) {
        this.side = side;
        this.sharpness = sharpness;
        this.darkest = darkest;
        this.brightest = brightest;
        this.yaw = yaw;
        this.pitch = pitch;
    }

    /**
     * The bar of the wire's {@code QualityFilter}.
     *
     * @param wire a value of the enumeration, or null
     * @param otherwise what null stands for
     */
    static FaceQualityFilter of(String wire, FaceQualityFilter otherwise) {
        if (wire == null) {
            return otherwise;
        }
        return wire.equals(QualityFilter.AUTO) ? LOW : valueOf(wire);
    }

    /** The faces that pass, in their order. */
    List<Face> filter(List<Face> faces, Image image) {
        return this == NONE
                ? faces
                : faces.stream().filter(face -> passes(face, image)).toList();
    }

    private boolean passes(Face face, Image image) {
        float shortSide =
                Math.min(face.box().width() * image.width(), face.box().height() * image.height());
        return shortSide >= side
                && face.quality().sharpness() >= sharpness
                && face.quality().brightness() >= darkest
                && face.quality().brightness() <= brightest
                && Math.abs(face.pose().yaw()) <= yaw
                && Math.abs(face.pose().pitch()) <= pitch;
    }
}
