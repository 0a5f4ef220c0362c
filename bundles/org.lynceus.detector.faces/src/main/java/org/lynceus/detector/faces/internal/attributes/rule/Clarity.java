package org.lynceus.detector.faces.internal.attributes.rule;

import org.lynceus.detector.faces.internal.attributes.view.FaceView;

/**
 * How far attributes can be judged, 0 (not at all) – 1: the product of ramps over the size of the face, its turn (the
 * larger of yaw and pitch), its sharpness and whether the mesh follows it. Eyes need more pixels than a mouth, and that more
 * than a gender.
 *
 * <table>
 * <caption>Ramps</caption>
 * <tr><th></th><th>0</th><th>1</th></tr>
 * <tr><td>longer side of the face in pixels: of the face as a whole</td><td>16</td><td>64</td></tr>
 * <tr><td>of parts such as mouth and glasses</td><td>20</td><td>80</td></tr>
 * <tr><td>of the eyes</td><td>32</td><td>112</td></tr>
 * <tr><td>turn in degrees</td><td>85</td><td>40</td></tr>
 * <tr><td>sharpness; 0.2 at least, since colours and shapes stay</td><td>10</td><td>60</td></tr>
 * </table>
 *
 * <p>Where the mesh does not follow the face, half of it remains for the whole face, and a quarter for parts and eyes.
 *
 * @param ofFace of what the whole face shows: age, gender, emotions, occlusion
 * @param ofParts of what parts show: mouth, glasses, beard
 * @param ofEyes of what the eyes show
 */
public record Clarity(double ofFace, double ofParts, double ofEyes) {
    private static final Ramp FACE = new Ramp(16, 64);
    private static final Ramp PARTS = new Ramp(20, 80);
    private static final Ramp EYES = new Ramp(32, 112);
    private static final Ramp TURN = new Ramp(85, 40);
    private static final Ramp SHARPNESS = new Ramp(10, 60);
    private static final double BLURRED = 0.2;
    private static final double FACE_WITHOUT_MESH = 0.5;
    private static final double PARTS_WITHOUT_MESH = 0.25;

    /** Of a face. */
    public static Clarity of(FaceView face) {
        double turn = Math.max(Math.abs(face.pose().yaw()), Math.abs(face.pose().pitch()));
        double sharp = Math.max(BLURRED, SHARPNESS.at(face.quality().sharpness()));
        double seen = TURN.at(turn) * sharp;
        boolean mesh = face.found().mesh().trusted();
        double parts = mesh ? seen : seen * PARTS_WITHOUT_MESH;
        return new Clarity(
                FACE.at(face.pixels()) * (mesh ? seen : seen * FACE_WITHOUT_MESH),
                PARTS.at(face.pixels()) * parts,
                EYES.at(face.pixels()) * parts);
    }
}
