package org.lynceus.rekognition.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import org.lynceus.rekognition.WireFormatException;

/** Reads a body into the record of a structure. Thread-safe. */
public final class JsonReading {
    private static final int MAX_SHOWN_PATH = 200;

    /** Admits the base64 of pictures far beyond the service's limit (they are refused later, with a better text). */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(32_000_000)
                    .maxNameLength(4_096)
                    .maxNumberLength(100)
                    .maxNestingDepth(64)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private JsonReading() {}

    /** Reads a body; null members are absent, an empty body has none. */
    public static Record read(byte[] body, StructureShape shape) throws WireFormatException {
        try (JsonParser parser = FACTORY.createParser(body)) {
            return read(parser, body, shape);
        } catch (IOException e) {
            throw new WireFormatException("malformed JSON at the top", e);
        }
    }

    private static Record read(JsonParser parser, byte[] body, StructureShape shape)
            throws WireFormatException, IOException {
        try {
            if (parser.nextToken() == null) {
                return shape.create(new Object[shape.memberCount()]);
            }
            Record record = shape.read(new JsonInput(parser, body));
            if (parser.nextToken() != null) {
                throw new MismatchException("content after the end");
            }
            return record;
        } catch (MismatchException e) {
            throw failure(e.getMessage(), parser, e);
        } catch (InputCoercionException e) {
            throw failure("a number out of range", parser, e);
        } catch (StreamConstraintsException e) {
            throw failure("too deep, or a name, number or string too long", parser, e);
        } catch (JsonProcessingException | CharConversionException e) {
            throw failure("malformed JSON", parser, e);
        }
    }

    /** The path comes from the parser's context, so that the happy case pays nothing for it. */
    private static WireFormatException failure(String what, JsonParser parser, IOException cause) {
        String path = parser.getParsingContext().pathAsPointer().toString();
        String shown = ShownValue.cut(path, MAX_SHOWN_PATH).replaceAll("\\p{Cntrl}", "?");
        return new WireFormatException(what + " at " + (shown.isEmpty() ? "the top" : shown), cause);
    }
}
