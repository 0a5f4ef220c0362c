package org.lynceus.forge.bundle;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.lynceus.forge.ForgeException;

/**
 * The names of a model's classes, or the characters that it reads: one per line, in the order of the output.
 *
 * @param lines the labels; one may be a blank, since a dictionary of characters has one
 */
public record Labels(List<String> lines) {
    public Labels {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a text file. Carriage returns and one empty line at the end are dropped, everything else stays.
     *
     * @param label the beginning of messages
     * @param text the file, in UTF-8
     * @return its lines
     * @throws ForgeException when it is not UTF-8 or has no lines
     */
    public static Labels parse(String label, byte[] text) throws ForgeException {
        String decoded;
        try {
            decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ForgeException(label + ": the labels are not a text in UTF-8", e);
        }
        List<String> lines = Arrays.asList(decoded.replace("\r", "").split("\n", -1));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines = lines.subList(0, lines.size() - 1);
        }
        if (lines.isEmpty()) {
            throw new ForgeException(label + ": the file with the labels is empty");
        }
        return new Labels(lines);
    }

    /**
     * Reads the labels from the ZIP archive that is appended to a TensorFlow Lite file.
     *
     * @param label the beginning of messages
     * @param file the whole file
     * @param entry name of the archive's entry
     * @return the labels
     * @throws ForgeException when there is no archive or no such entry
     */
    public static Labels fromZip(String label, byte[] file, String entry) throws ForgeException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            ZipArchiveEntry found = zip.getEntry(entry);
            if (found == null) {
                throw new ForgeException(label + ": the archive in the source has no '" + entry + "'");
            }
            try (InputStream content = zip.getInputStream(found)) {
                return parse(label, content.readAllBytes());
            }
        } catch (IOException e) {
            throw new ForgeException(label + ": no ZIP archive is appended to the source: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the labels from the metadata of an ONNX file.
     *
     * @param label the beginning of messages
     * @param file the file
     * @param key the metadata's key
     * @return the labels
     * @throws ForgeException when the file is damaged or has no such key
     */
    public static Labels fromMetadata(String label, byte[] file, String key) throws ForgeException {
        try {
            for (StringStringEntryProto entry : ModelProto.parseFrom(file).getMetadataPropsList()) {
                if (entry.getKey().equals(key)) {
                    return parse(label, entry.getValueBytes().toByteArray());
                }
            }
            throw new ForgeException(label + ": the metadata of the ONNX source have no '" + key + "'");
        } catch (InvalidProtocolBufferException e) {
            throw new ForgeException(label + ": the source is not an ONNX file", e);
        }
    }

    /**
     * The file as it lies in a bundle.
     *
     * @return every line with a line feed, in UTF-8
     */
    public byte[] toBytes() {
        return lines.stream().collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8);
    }
}
