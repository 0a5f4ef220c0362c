package org.lynceus.gallerybuilder.people;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lynceus.client.ToolException;

/**
 * The text of a table as spreadsheets write it: UTF-8 with or without a byte order mark, UTF-16 with one, else
 * Windows-1252.
 *
 * @param text without a byte order mark
 * @param charset that it was read with
 */
record TableText(String text, Charset charset) {
    /** Of a table, in bytes. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Reads a file.
     *
     * @throws ToolException when it cannot be read, is larger than 64 MiB or is no text
     */
    static TableText read(Path file) throws ToolException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ToolException("The file " + file + " is larger than 64 MiB, too large for a table of people");
            }
            TableText table = decode(Files.readAllBytes(file));
            if (table.text.indexOf('\0') >= 0) {
                throw new ToolException(
                        "The file " + file + " is no text; save the table as CSV, for example as 'CSV UTF-8' in Excel");
            }
            return table;
        } catch (IOException e) {
            throw new ToolException("The file " + file + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static TableText decode(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return of(new String(bytes, StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return of(new String(bytes, StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
        }
        try {
            return of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return of(new String(bytes, WINDOWS), WINDOWS);
        }
    }

    private static TableText of(String text, Charset charset) {
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return new TableText(marked ? text.substring(1) : text, charset);
    }
}
