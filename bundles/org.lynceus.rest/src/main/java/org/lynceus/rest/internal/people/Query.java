package org.lynceus.rest.internal.people;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lynceus.rekognition.Image;
import org.lynceus.rekognition.S3Object;
import org.lynceus.rest.internal.http.AwsErrors;
import org.lynceus.rest.internal.http.Exchange;
import org.lynceus.rest.internal.http.Json;
import org.lynceus.rest.internal.http.ServiceException;

/** The query parameters of a request. */
final class Query {
    private static final Set<String> OBJECT = Set.of("bucket", "key", "version");

    private final Map<String, List<String>> parameters;

    Query(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** The last value of a parameter that is not blank. */
    Optional<String> text(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .reduce((first, last) -> last);
    }

    /**
     * The value of a parameter as a number.
     *
     * @throws ServiceException when it is none
     */
    Optional<Float> number(String name) throws ServiceException {
        try {
            return text(name).map(Float::valueOf);
        } catch (NumberFormatException e) {
            throw new ServiceException(AwsErrors.invalidParameter("The parameter " + name + " is not a number."), e);
        }
    }

    /** The values of a parameter, separated by commas or given several times; null when there is none. */
    List<String> list(String name) {
        return parameters.containsKey(name) ? values(name).toList() : null;
    }

    /** The values of an enumeration, in upper case as the wire has them; null when there is none. */
    List<String> constants(String name) {
        return parameters.containsKey(name)
                ? values(name).map(value -> value.toUpperCase(Locale.ROOT)).toList()
                : null;
    }

    /**
     * The picture that the request carries or names.
     *
     * @throws ServiceException when there is none, or both
     */
    Image image(Exchange exchange) throws ServiceException {
        if (OBJECT.stream().noneMatch(parameters::containsKey)) {
            byte[] body = exchange.body();
            if (body.length == 0) {
                throw invalid("Send a picture as the body, or name a stored one with ?bucket=...&key=...");
            }
            return new Image(ByteBuffer.wrap(body), null);
        }
        if (exchange.hasBody()) {
            throw invalid("Send either a picture as the body or the name of a stored one, not both.");
        }
        String bucket = text("bucket").orElseThrow(() -> invalid("The parameter bucket is missing."));
        String key = text("key").orElseThrow(() -> invalid("The parameter key is missing."));
        return new Image(null, new S3Object(bucket, key, text("version").orElse(null)));
    }

    /**
     * Reads an options record from the parameters that do not name a picture.
     *
     * @param type record whose components are the parameters
     * @throws ServiceException when a parameter is unknown or its value does not fit
     */
    <T> T options(Class<T> type) throws ServiceException {
        Map<String, RecordComponent> known = Stream.of(
                        Objects.requireNonNullElse(type.getRecordComponents(), new RecordComponent[0]))
                .collect(Collectors.toMap(
                        RecordComponent::getName, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : parameters.keySet()) {
            if (OBJECT.contains(name)) {
                continue;
            }
            if (!known.containsKey(name)) {
                throw invalid("The parameter " + name + " is unknown; there are " + known.keySet() + ".");
            }
            boolean many = Collection.class.isAssignableFrom(known.get(name).getType());
            values.put(name, many ? list(name) : text(name).orElse(null));
        }
        try {
            return Json.convert(values, type);
        } catch (IllegalArgumentException e) {
            throw new ServiceException(AwsErrors.invalidParameter(complaint(e)), e);
        }
    }

    private static String complaint(IllegalArgumentException e) {
        if (e.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return "The value of the parameter " + mapping.getPath().get(0).getFieldName() + " does not fit.";
        }
        if (e.getCause() != null && e.getCause().getCause() instanceof IllegalArgumentException refusal) {
            return "The parameters do not fit: " + refusal.getMessage() + ".";
        }
        return "The parameters do not fit.";
    }

    private Stream<String> values(String name) {
        return parameters.get(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static ServiceException invalid(String message) {
        return new ServiceException(AwsErrors.invalidParameter(message));
    }
}
