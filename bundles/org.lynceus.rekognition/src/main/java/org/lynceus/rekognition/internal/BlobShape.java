package org.lynceus.rekognition.internal;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes: a JSON string of base64 in the standard alphabet, padded. */
public final class BlobShape implements Shape {
    private final Range length;

    public BlobShape(Range length) {
        this.length = length;
    }

    @Override
    public Object read(JsonInput in) throws IOException {
        in.require(JsonToken.VALUE_STRING, "a base64 string");
        return in.readBase64();
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        ByteBuffer bytes = ((ByteBuffer) value).duplicate();
        if (bytes.hasArray()) {
            out.writeBinary(
                    Base64Variants.MIME_NO_LINEFEEDS,
                    bytes.array(),
                    bytes.arrayOffset() + bytes.position(),
                    bytes.remaining());
        } else {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            out.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, copy, 0, copy.length);
        }
    }

    @Override
    public void check(Object value, Checker checker) {
        length.checkLength(((ByteBuffer) value).remaining(), value, checker);
    }
}
