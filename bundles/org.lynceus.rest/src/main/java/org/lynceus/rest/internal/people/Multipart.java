package org.lynceus.rest.internal.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lynceus.rest.internal.http.AwsErrors;
import org.lynceus.rest.internal.http.ServiceException;

/**
 * Takes a {@code multipart/form-data} body apart where it lies in memory, because pictures must not touch the disk; see
 * RFC 7578 and RFC 2046, section 5.1.1.
 */
final class Multipart {
    private static final int MOST_PARTS = 16;
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data\\s*;.*?boundary=(?:\"([^\"]{1,70})\"|([^;,\\s\"]{1,70})).*");
    private static final Pattern NAME =
            Pattern.compile("(?im)^content-disposition\\s*:\\s*form-data\\b.*?;\\s*name=(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final byte[] LINE_END = ascii("\r\n");
    private static final byte[] HEADERS_END = ascii("\r\n\r\n");

    private final byte[] body;
    private final byte[] delimiter;
    private final Map<String, ByteBuffer> parts = new LinkedHashMap<>();

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ascii("\r\n--" + boundary);
    }

    /**
     * Parses a body.
     *
     * @param contentType header that names the boundary, or null
     * @param body whole body; the parts are views of it
     * @return contents by field name; of fields with one name the last
     * @throws ServiceException when it is no such body
     */
    static Map<String, ByteBuffer> parse(String contentType, byte[] body) throws ServiceException {
        Matcher matcher = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!matcher.matches()) {
            throw malformed("Send a multipart/form-data body with the fields source and target.");
        }
        Multipart multipart = new Multipart(body, matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        multipart.parse();
        return multipart.parts;
    }

    private void parse() throws ServiceException {
        int at = first();
        for (int count = 0; !startsWith(ascii("--"), at); count++) {
            if (count == MOST_PARTS) {
                throw malformed("The multipart body has too many parts.");
            }
            at = part(at);
        }
    }

    /** Where the first delimiter ends; it may lack the line end before it. */
    private int first() throws ServiceException {
        byte[] opening = new byte[delimiter.length - LINE_END.length];
        System.arraycopy(delimiter, LINE_END.length, opening, 0, opening.length);
        return startsWith(opening, 0) ? opening.length : find(delimiter, 0) + delimiter.length;
    }

    /** Reads one part that begins after a delimiter, and tells where the next delimiter ends. */
    private int part(int at) throws ServiceException {
        int headers = find(LINE_END, at);
        int content = find(HEADERS_END, headers) + HEADERS_END.length;
        // A part without content has its delimiter's line end in common with its headers' end.
        int end = find(delimiter, content - LINE_END.length);
        int length = Math.max(0, end - content);
        name(new String(body, headers, content - headers, StandardCharsets.UTF_8))
                .ifPresent(name ->
                        parts.put(name, ByteBuffer.wrap(body, content, length).slice()));
        return end + delimiter.length;
    }

    private static Optional<String> name(String headers) {
        Matcher matcher = NAME.matcher(headers);
        return matcher.find()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    private int find(byte[] wanted, int from) throws ServiceException {
        for (int at = from; at <= body.length - wanted.length; at++) {
            if (startsWith(wanted, at)) {
                return at;
            }
        }
        throw malformed("The multipart body ends early.");
    }

    private boolean startsWith(byte[] wanted, int at) {
        if (at + wanted.length > body.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (body[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ServiceException malformed(String message) {
        return new ServiceException(AwsErrors.invalidParameter(message));
    }
}
