package org.lynceus.rest.internal.faces;

import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.ImageLimits;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceResult;
import org.lynceus.api.face.Faces;
import org.lynceus.rekognition.DetectFacesRequest;
import org.lynceus.rekognition.DetectFacesResponse;
import org.lynceus.rest.Operation;
import org.lynceus.rest.RequestContext;
import org.lynceus.rest.internal.image.Picture;
import org.lynceus.rest.internal.image.Pictures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the faces of a picture. */
@Component(service = Operation.class)
public final class DetectFaces implements Operation<DetectFacesRequest, DetectFacesResponse> {
    /** The operation's name. */
    public static final String NAME = "DetectFaces";

    private final DetectorRegistry registry;
    private final Pictures pictures;

    /** Asks the registry at every request. */
    @Activate
    public DetectFaces(@Reference DetectorRegistry registry, @Reference Pictures pictures) {
        this.registry = registry;
        this.pictures = pictures;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<DetectFacesRequest> input() {
        return DetectFacesRequest.class;
    }

    @Override
    public DetectFacesResponse handle(DetectFacesRequest input, RequestContext context) throws VisionException {
        try (Picture picture = pictures.open(input.image(), context.scope(), ImageLimits.DEFAULT)) {
            FaceResult result = registry.detect(Faces.TYPE, picture.image(), AttributeOptions.of(input.attributes()));
            return new DetectFacesResponse(
                    result.faces().stream().map(FaceDetails::of).toList(),
                    result.orientation().map(Enum::name).orElse(null));
        }
    }
}
