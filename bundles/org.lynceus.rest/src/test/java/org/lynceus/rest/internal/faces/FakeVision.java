package org.lynceus.rest.internal.faces;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Detector;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.Image;
import org.lynceus.api.ImageDecoder;
import org.lynceus.api.ImageLimits;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;
import org.lynceus.api.celebrity.CelebrityOptions;
import org.lynceus.api.celebrity.CelebrityResult;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.api.face.FaceEncoders;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.FaceQuality;
import org.lynceus.api.face.FaceResult;
import org.lynceus.api.face.Faces;
import org.lynceus.api.face.Landmark;
import org.lynceus.api.face.LandmarkType;
import org.lynceus.api.face.Point;
import org.lynceus.api.face.Pose;

/** Vision whose pictures are names: what is in a picture is told beforehand. An angle stands for a person. */
public final class FakeVision implements ImageDecoder, DetectorRegistry, FaceEncoders, FaceEncoder {
    /** What the last analysis was asked for. */
    public FaceOptions asked;

    /** What the last recognition of celebrities was asked for. */
    public CelebrityOptions askedForNames;

    /** Pictures that were opened and not closed. */
    public int open;

    private final Map<String, FaceResult> pictures = new HashMap<>();
    private final Map<String, CelebrityResult> people = new HashMap<>();

    private record Named(FakeVision vision, String name) implements Image {
        @Override
        public int width() {
            return 1000;
        }

        @Override
        public int height() {
            return 500;
        }

        @Override
        public boolean oriented() {
            return false;
        }

        @Override
        public Pixels pixels(int minLongSide) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            vision.open--;
        }
    }

    /** Says which faces a picture has. */
    public FakeVision with(String picture, Face... faces) {
        pictures.put(picture, new FaceResult(List.of(faces), Optional.empty()));
        return this;
    }

    /** Says what is in a picture. */
    public FakeVision with(String picture, FaceResult result) {
        pictures.put(picture, result);
        return this;
    }

    /** Says who is in a picture. */
    public FakeVision with(String picture, CelebrityResult result) {
        people.put(picture, result);
        return with(picture);
    }

    /** A face whose vector has an angle, so that the distance to another is 2 sin(half the difference). */
    public static Face face(double angle, float size) {
        return face(angle, size, new FaceQuality(60, 80), new Pose(1, 2, 3));
    }

    /** A face as well. */
    public static Face face(double angle, float size, FaceQuality quality, Pose pose) {
        Point point = new Point((float) angle, 0);
        List<Landmark> landmarks = new ArrayList<>();
        for (LandmarkType type : LandmarkType.values()) {
            landmarks.add(new Landmark(type, type.ordinal() / 100f, 0.5f));
        }
        return new Face(
                new BoundingBox(0.1f, 0.2f, size, size),
                99.5f,
                landmarks,
                pose,
                quality,
                new FaceAlignment(point, point, point, point, point),
                FaceAttributes.NONE);
    }

    @Override
    public Image open(byte[] file, ImageLimits limits) throws VisionException {
        String name = new String(file, StandardCharsets.UTF_8);
        if (!pictures.containsKey(name)) {
            throw new VisionException(Reason.INVALID_IMAGE, "Request has invalid image format");
        }
        open++;
        return new Named(this, name);
    }

    @Override
    public <O, R> Optional<Detector<O, R>> find(AnalysisType<O, R> type) {
        return Optional.empty();
    }

    @Override
    public List<AnalysisType<?, ?>> types() {
        return List.of(Faces.TYPE);
    }

    @Override
    public <O, R> R detect(AnalysisType<O, R> type, Image image, O options) throws VisionException {
        if (options instanceof CelebrityOptions names) {
            askedForNames = names;
            return type.result().cast(recognized(((Named) image).name()));
        }
        asked = (FaceOptions) options;
        return type.result().cast(pictures.get(((Named) image).name()));
    }

    private CelebrityResult recognized(String picture) throws VisionException {
        if (!people.containsKey(picture)) {
            throw new VisionException(Reason.NOT_INSTALLED, "No detector of type celebrities is installed.");
        }
        return people.get(picture);
    }

    @Override
    public <T> T call(Optional<String> version, Work<T> work) throws VisionException {
        return work.with(this);
    }

    @Override
    public List<String> versions() {
        return List.of(version());
    }

    @Override
    public String version() {
        return "fake";
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public List<float[]> encode(Image image, List<FaceAlignment> faces) {
        return faces.stream()
                .map(face -> (double) face.nose().x())
                .map(angle -> new float[] {(float) Math.cos(angle), (float) Math.sin(angle)})
                .toList();
    }

    @Override
    public float similarity(double distance) {
        return (float) (99.75 - 40 * distance);
    }
}
