package org.lynceus.rest.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.rest.internal.http.ServiceException;

class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=XX";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(ByteBuffer part) {
        return StandardCharsets.ISO_8859_1.decode(part.duplicate()).toString();
    }

    @Test
    void partsAreFoundByFieldName() throws ServiceException {
        Map<String, ByteBuffer> parts = Multipart.parse(
                TYPE,
                bytes("--XX\r\nContent-Disposition: form-data; name=\"source\"; filename=\"name=target.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n\u00ff\u00d8\r\n--X\r\n\r\n--XX\r\n"
                        + "content-disposition: form-data; filename=x; name=target\r\n\r\nsecond\r\n--XX--\r\n"));
        assertThat(parts).containsOnlyKeys("source", "target");
        assertThat(text(parts.get("source"))).isEqualTo("\u00ff\u00d8\r\n--X\r\n");
        assertThat(text(parts.get("target"))).isEqualTo("second");
    }

    @Test
    void preambleEpilogueAndQuotedBoundaryAreUnderstood() throws ServiceException {
        Map<String, ByteBuffer> parts = Multipart.parse(
                "Multipart/Form-Data; charset=utf-8; boundary=\"a b\"",
                bytes("hello\r\n--a b\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\nv\r\n--a b--bye"));
        assertThat(text(parts.get("q"))).isEqualTo("v");
    }

    @Test
    void anEmptyPartIsEmpty() throws ServiceException {
        Map<String, ByteBuffer> parts = Multipart.parse(
                TYPE, bytes("--XX\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\n\r\n--XX--\r\n"));
        assertThat(parts.get("q").remaining()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no delimiter",
                "--XX",
                "--XX\r\n",
                "--XX\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\n",
                "--XX\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\nabc",
                "--XX\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\nabc\r\n--XX"
            })
    void aBodyThatEndsEarlyIsRefused(String body) {
        assertRefused(TYPE, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "image/jpeg", "multipart/form-data", "multipart/form-data; boundary="})
    void anotherContentTypeIsRefused(String type) {
        assertRefused(type, "--XX--");
    }

    @Test
    void endlessPartsAreRefused() {
        assertRefused(TYPE, "--XX\r\nA: b\r\n\r\nv\r\n".repeat(100) + "--XX--");
    }

    private static void assertRefused(String type, String body) {
        ServiceException e = catchThrowableOfType(ServiceException.class, () -> Multipart.parse(type, bytes(body)));
        assertThat(e.error().code()).contains("InvalidParameterException");
    }
}
