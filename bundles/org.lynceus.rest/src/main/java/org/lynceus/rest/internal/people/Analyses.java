package org.lynceus.rest.internal.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.ImageLimits;
import org.lynceus.api.VisionException;
import org.lynceus.rekognition.CompareFacesRequest;
import org.lynceus.rekognition.DetectFacesRequest;
import org.lynceus.rekognition.GetCelebrityInfoRequest;
import org.lynceus.rekognition.Image;
import org.lynceus.rekognition.RecognizeCelebritiesRequest;
import org.lynceus.rest.internal.celebrities.GetCelebrityInfo;
import org.lynceus.rest.internal.celebrities.RecognizeCelebrities;
import org.lynceus.rest.internal.faces.CompareFaces;
import org.lynceus.rest.internal.faces.DetectFaces;
import org.lynceus.rest.internal.http.AwsErrors;
import org.lynceus.rest.internal.http.Exchange;
import org.lynceus.rest.internal.http.Json;
import org.lynceus.rest.internal.http.ServiceException;
import org.lynceus.rest.internal.image.Picture;
import org.lynceus.rest.internal.image.Pictures;
import org.lynceus.rest.internal.wire.Dispatcher;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs operations and analyses for requests that are not of the wire protocol. Thread-safe. */
@Component(service = Analyses.class)
public final class Analyses {
    private final Dispatcher dispatcher;
    private final DetectorRegistry registry;
    private final Pictures pictures;

    /** Asks the registry at every request. */
    @Activate
    public Analyses(
            @Reference Dispatcher dispatcher, @Reference DetectorRegistry registry, @Reference Pictures pictures) {
        this.dispatcher = dispatcher;
        this.registry = registry;
        this.pictures = pictures;
    }

    /** JSON of DetectFaces for the picture that a request carries or names. */
    byte[] faces(Query query, Exchange exchange) throws ServiceException, VisionException {
        DetectFacesRequest request = new DetectFacesRequest(query.image(exchange), query.constants("attributes"));
        return dispatcher.call(DetectFaces.NAME, request, exchange);
    }

    /** JSON of CompareFaces for the two pictures of a multipart request. */
    byte[] compare(Query query, Exchange exchange) throws ServiceException, VisionException {
        Map<String, ByteBuffer> parts = Multipart.parse(exchange.header("Content-Type"), exchange.body());
        CompareFacesRequest request = new CompareFacesRequest(
                picture(parts, "source"),
                picture(parts, "target"),
                threshold(setting("threshold", query, parts)),
                setting("quality", query, parts)
                        .map(quality -> quality.toUpperCase(Locale.ROOT))
                        .orElse(null));
        return dispatcher.call(CompareFaces.NAME, request, exchange);
    }

    /** JSON of RecognizeCelebrities for the picture that a request carries or names. */
    byte[] celebrities(Query query, Exchange exchange) throws ServiceException, VisionException {
        RecognizeCelebritiesRequest request = new RecognizeCelebritiesRequest(query.image(exchange));
        Optional<Float> minConfidence = query.number("minConfidence");
        return minConfidence.isEmpty()
                ? dispatcher.call(RecognizeCelebrities.NAME, request, exchange)
                : dispatcher.call(sure(minConfidence.get()), request, exchange);
    }

    /** JSON of GetCelebrityInfo. */
    byte[] celebrity(String id, Exchange exchange) throws ServiceException, VisionException {
        try {
            return dispatcher.call(GetCelebrityInfo.NAME, new GetCelebrityInfoRequest(id), exchange);
        } catch (VisionException e) {
            if (e.reason() == VisionException.Reason.NOT_FOUND) {
                throw new ServiceException(AwsErrors.notFound(e.getMessage()), e);
            }
            throw e;
        }
    }

    /** JSON of the result of an analysis of the picture that a request carries or names. */
    byte[] detect(String name, Query query, Exchange exchange) throws ServiceException, VisionException {
        AnalysisType<?, ?> type = registry.types().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ServiceException(
                        AwsErrors.notFound("No such analysis type is installed; GET /v1 lists them.")));
        return Json.write(run(type, query, exchange));
    }

    private <O, R> R run(AnalysisType<O, R> type, Query query, Exchange exchange)
            throws ServiceException, VisionException {
        O options = query.options(type.options());
        try (Picture picture = pictures.open(query.image(exchange), exchange.scope(), ImageLimits.DEFAULT)) {
            return registry.detect(type, picture.image(), options);
        }
    }

    private RecognizeCelebrities sure(float minConfidence) throws ServiceException {
        try {
            return new RecognizeCelebrities(registry, pictures, minConfidence);
        } catch (IllegalArgumentException e) {
            throw new ServiceException(AwsErrors.invalidParameter(e.getMessage() + "."), e);
        }
    }

    private static Image picture(Map<String, ByteBuffer> parts, String name) throws ServiceException {
        ByteBuffer file = parts.get(name);
        if (file == null || !file.hasRemaining()) {
            throw new ServiceException(AwsErrors.invalidParameter(
                    "The field " + name + " is missing; send the pictures as the fields source and target."));
        }
        return new Image(file, null);
    }

    private static Optional<String> setting(String name, Query query, Map<String, ByteBuffer> parts) {
        ByteBuffer field = parts.get(name);
        return query.text(name)
                .or(() -> Optional.ofNullable(field)
                        .map(text -> StandardCharsets.UTF_8
                                .decode(text.duplicate())
                                .toString()
                                .strip()));
    }

    private static Float threshold(Optional<String> text) throws ServiceException {
        try {
            return text.map(Float::valueOf).orElse(null);
        } catch (NumberFormatException e) {
            throw new ServiceException(AwsErrors.invalidParameter("The threshold is not a number."), e);
        }
    }
}
