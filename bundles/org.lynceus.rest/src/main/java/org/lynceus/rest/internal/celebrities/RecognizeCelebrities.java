package org.lynceus.rest.internal.celebrities;

import java.util.Objects;
import java.util.Set;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.ImageLimits;
import org.lynceus.api.VisionException;
import org.lynceus.api.celebrity.Celebrities;
import org.lynceus.api.celebrity.CelebrityOptions;
import org.lynceus.api.face.FaceAttribute;
import org.lynceus.rekognition.RecognizeCelebritiesRequest;
import org.lynceus.rekognition.RecognizeCelebritiesResponse;
import org.lynceus.rest.Operation;
import org.lynceus.rest.RequestContext;
import org.lynceus.rest.internal.image.Picture;
import org.lynceus.rest.internal.image.Pictures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names the faces of a picture that are those of people of the installed galleries. */
@Component(service = Operation.class)
public final class RecognizeCelebrities
        implements Operation<RecognizeCelebritiesRequest, RecognizeCelebritiesResponse> {
    /** The operation's name. */
    public static final String NAME = "RecognizeCelebrities";

    private static final Set<FaceAttribute> ATTRIBUTES = Set.of(FaceAttribute.EMOTIONS, FaceAttribute.SMILE);
    private static final int MOST_FACES = 64;

    private final DetectorRegistry registry;
    private final Pictures pictures;
    private final CelebrityOptions options;

    /** Asks the registry at every request. */
    @Activate
    public RecognizeCelebrities(@Reference DetectorRegistry registry, @Reference Pictures pictures) {
        this(registry, pictures, 0);
    }

    /**
     * Names only faces that are recognised with some confidence.
     *
     * @param minConfidence 0–100
     * @throws IllegalArgumentException when it is out of range
     */
    public RecognizeCelebrities(DetectorRegistry registry, Pictures pictures, float minConfidence) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.pictures = Objects.requireNonNull(pictures, "pictures");
        this.options = new CelebrityOptions(ATTRIBUTES, MOST_FACES, minConfidence);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<RecognizeCelebritiesRequest> input() {
        return RecognizeCelebritiesRequest.class;
    }

    @Override
    public RecognizeCelebritiesResponse handle(RecognizeCelebritiesRequest input, RequestContext context)
            throws VisionException {
        try (Picture picture = pictures.open(input.image(), context.scope(), ImageLimits.DEFAULT)) {
            return CelebrityFaces.response(registry.detect(Celebrities.TYPE, picture.image(), options));
        }
    }
}
