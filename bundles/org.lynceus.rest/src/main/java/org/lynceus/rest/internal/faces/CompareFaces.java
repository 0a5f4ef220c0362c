package org.lynceus.rest.internal.faces;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.Image;
import org.lynceus.api.ImageLimits;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.api.face.FaceEncoders;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.FaceQualityFilter;
import org.lynceus.api.face.FaceResult;
import org.lynceus.api.face.Faces;
import org.lynceus.rekognition.CompareFacesRequest;
import org.lynceus.rekognition.CompareFacesResponse;
import org.lynceus.rest.Operation;
import org.lynceus.rest.RequestContext;
import org.lynceus.rest.internal.image.Picture;
import org.lynceus.rest.internal.image.Pictures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Compares the largest face of one picture with every face of another. */
@Component(service = Operation.class)
public final class CompareFaces implements Operation<CompareFacesRequest, CompareFacesResponse> {
    /** The operation's name. */
    public static final String NAME = "CompareFaces";

    private static final float DEFAULT_THRESHOLD = 80;

    /** Two encodings of one and the same face differ by rounding only, which stays below this distance. */
    private static final double IDENTICAL = 1e-4;

    /** By area, because a detector's order is no promise of the wire's. */
    private static final Comparator<Face> LARGEST_FIRST =
            Comparator.comparingDouble((Face face) -> face.box().area()).reversed();

    private final DetectorRegistry registry;
    private final FaceEncoders encoders;
    private final Pictures pictures;

    /** Asks registry and encoders at every request. */
    @Activate
    public CompareFaces(
            @Reference DetectorRegistry registry, @Reference FaceEncoders encoders, @Reference Pictures pictures) {
        this.registry = registry;
        this.encoders = encoders;
        this.pictures = pictures;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<CompareFacesRequest> input() {
        return CompareFacesRequest.class;
    }

    @Override
    public CompareFacesResponse handle(CompareFacesRequest input, RequestContext context) throws VisionException {
        try (Picture source = pictures.open(input.sourceImage(), context.scope(), ImageLimits.DEFAULT);
                Picture target = pictures.open(input.targetImage(), context.scope(), ImageLimits.DEFAULT)) {
            FaceQualityFilter filter = input.qualityFilter() == null
                    ? FaceQualityFilter.NONE
                    : FaceQualityFilter.valueOf(input.qualityFilter());
            FaceResult sourceFound = detect(source.image());
            FaceResult targetFound = detect(target.image());
            List<Face> sourceFaces = passing(filter, sourceFound, source.image());
            requireFace(sourceFaces);
            Face sourceFace = sourceFaces.get(0);
            List<Face> targetFaces = passing(filter, targetFound, target.image());
            List<Comparison> comparisons = encoders.call(
                    Optional.empty(),
                    encoder -> compare(encoder, source.image(), sourceFace, target.image(), targetFaces));
            float threshold = input.similarityThreshold() == null ? DEFAULT_THRESHOLD : input.similarityThreshold();
            return ComparedFaces.response(sourceFace, comparisons, threshold)
                    .sourceImageOrientationCorrection(orientation(sourceFound))
                    .targetImageOrientationCorrection(orientation(targetFound))
                    .build();
        }
    }

    private FaceResult detect(Image image) throws VisionException {
        FaceResult found = registry.detect(Faces.TYPE, image, FaceOptions.DEFAULT);
        requireFace(found.faces());
        return found;
    }

    /** The faces that pass the filter, largest first. */
    private static List<Face> passing(FaceQualityFilter filter, FaceResult found, Image image) {
        return found.faces().stream()
                .filter(face ->
                        filter.reasons(face, image.width(), image.height()).isEmpty())
                .sorted(LARGEST_FIRST)
                .toList();
    }

    private static void requireFace(List<Face> faces) throws VisionException {
        if (faces.isEmpty()) {
            throw new VisionException(Reason.INVALID_PARAMETER, "Request has invalid parameters");
        }
    }

    private static List<Comparison> compare(
            FaceEncoder encoder, Image source, Face sourceFace, Image target, List<Face> targetFaces)
            throws VisionException {
        float[] wanted = encoder.encode(source, List.of(sourceFace.alignment())).get(0);
        List<float[]> vectors =
                encoder.encode(target, targetFaces.stream().map(Face::alignment).toList());
        Comparison[] comparisons = new Comparison[targetFaces.size()];
        for (int i = 0; i < comparisons.length; i++) {
            comparisons[i] = new Comparison(
                    targetFaces.get(i), similarity(encoder, Embeddings.distance(wanted, vectors.get(i))));
        }
        return List.of(comparisons);
    }

    /** The encoder's similarity; an identical face is certain, whatever the calibration's curve says at its end. */
    private static float similarity(FaceEncoder encoder, double distance) {
        return distance <= IDENTICAL ? 100 : FaceParts.confidence(encoder.similarity(distance));
    }

    private static String orientation(FaceResult result) {
        return result.orientation().map(Enum::name).orElse(null);
    }
}
