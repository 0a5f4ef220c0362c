package org.lynceus.rekognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.lynceus.rekognition.internal.JsonReading;
import org.lynceus.rekognition.internal.JsonWriting;
import org.lynceus.rekognition.internal.shape.ShapeIndex;

/**
 * Reads and writes wire records as AWS JSON 1.1. Thread-safe.
 *
 * <p>Reading: an empty body is a record without members; unknown members are ignored; a null member is absent, while a
 * null element of a list or map is an error; of a member that occurs twice the last one counts. Nothing is checked
 * beyond types: that is the task of {@link Constraints}.
 *
 * <p>Writing: compact UTF-8 without escapes of non-ASCII text, members in model order, absent members left out, empty
 * lists written. A 32-bit float is written as the double of the same value ({@code 99.53411102294922}), an instant as
 * seconds since the epoch with a fraction, a blob as base64.
 */
public final class WireJson {
    private WireJson() {}

    /**
     * Reads a whole body.
     *
     * @param body the bytes of the body; only read, and not kept
     * @param type the wire record to read
     * @param <T> the type of the record
     * @return the record
     * @throws WireFormatException if the body is not the JSON of such a record
     * @throws IllegalArgumentException if the class is no wire record
     */
    public static <T extends Record> T read(byte[] body, Class<T> type) throws WireFormatException {
        return type.cast(JsonReading.read(body, ShapeIndex.of(type)));
    }

    /**
     * Reads a whole body from a stream.
     *
     * @param body the bytes of the body; read to its end into memory, not closed; its length is for the caller to limit
     * @param type the wire record to read
     * @param <T> the type of the record
     * @return the record
     * @throws WireFormatException if the body is not the JSON of such a record
     * @throws IOException if the stream fails
     * @throws IllegalArgumentException if the class is no wire record
     */
    public static <T extends Record> T read(InputStream body, Class<T> type) throws WireFormatException, IOException {
        return read(body.readAllBytes(), type);
    }

    /**
     * Writes a record.
     *
     * @param record a wire record
     * @return its JSON
     * @throws IllegalArgumentException if the argument is no wire record, or holds what JSON cannot carry: a float that
     *     is not finite, or text that is not well-formed Unicode
     */
    public static byte[] write(Record record) {
        return JsonWriting.write(record, ShapeIndex.of(record.getClass()));
    }

    /**
     * Writes a record to a stream.
     *
     * @param record a wire record
     * @param out receives the JSON; flushed, not closed
     * @throws IOException if the stream fails
     * @throws IllegalArgumentException as {@link #write(Record)}; part of the JSON may have been written then
     */
    public static void write(Record record, OutputStream out) throws IOException {
        JsonWriting.write(record, ShapeIndex.of(record.getClass()), out);
    }
}
