package org.lynceus.itests;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A request that began as a good one and was broken by chance.
 *
 * @param kind how it was broken
 * @param path of the resource
 * @param operation of the wire protocol, or null
 * @param contentType of the body
 * @param body as it is sent
 */
record BrokenRequest(String kind, String path, String operation, String contentType, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(5000).build())
            .build());
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> OPERATIONS =
            List.of("DetectFaces", "CompareFaces", "DetectLabels", "IndexFaces", "ListCollections", "Nonsense");
    private static final byte[] FACES =
            TestPictures.jpeg(TestPictures.scaled(TestPictures.image("sample1.jpg"), 240, 160));
    private static final List<byte[]> PICTURES = List.of(
            FACES,
            TestPictures.withOrientation(FACES, 6),
            TestPictures.png(TestPictures.scaled(TestPictures.image("sample1.jpg"), 120, 90)),
            TestPictures.jpeg(TestPictures.plain(96, 96)));

    /** The request of a number; the same number makes the same request. */
    static BrokenRequest make(long number) {
        Random random = new Random(number);
        return switch (random.nextInt(9)) {
            case 0 -> wire("bytes of the body", detect(good(random)), random, true);
            case 1 -> wire("bytes of the body", compare(good(random), good(random)), random, true);
            case 2 -> wire("members", mutated(detect(good(random)), random), random, false);
            case 3 -> wire("members", mutated(compare(good(random), good(random)), random), random, false);
            case 4 -> new BrokenRequest("picture", "/v1/faces", null, "image/jpeg", broken(good(random), random));
            case 5 ->
                new BrokenRequest(
                        "form", "/v1/compare", null, "multipart/form-data; boundary=b", broken(form(random), random));
            case 6 -> wire("stored picture", mutated(stored(), random), random, false);
            case 7 -> wire("pictures", compare(broken(good(random), random), good(random)), random, false);
            default -> wire("picture", detect(broken(good(random), random)), random, false);
        };
    }

    Answer send(HttpCaller http) throws IOException {
        return operation == null ? http.post(path, contentType, body) : http.operation(operation, body);
    }

    private static BrokenRequest wire(String kind, String json, Random random, boolean breakBytes) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        // Mostly the operation that the body was made for.
        String fitting = json.contains("TargetImage") ? "CompareFaces" : "DetectFaces";
        String operation = random.nextInt(6) == 0 ? OPERATIONS.get(random.nextInt(OPERATIONS.size())) : fitting;
        return new BrokenRequest(
                kind + " of " + operation, "/", operation, "", breakBytes ? broken(body, random) : body);
    }

    private static byte[] good(Random random) {
        return PICTURES.get(random.nextInt(PICTURES.size()));
    }

    private static String detect(byte[] picture) {
        return "{\"Attributes\":[\"ALL\"],\"Image\":{\"Bytes\":\"" + HttpCaller.base64(picture) + "\"}}";
    }

    private static String stored() {
        return "{\"Image\":{\"S3Object\":{\"Bucket\":\"fuzz\",\"Name\":\"a/photo.jpg\",\"Version\":\"1\"}}}";
    }

    private static String compare(byte[] source, byte[] target) {
        return "{\"SourceImage\":{\"Bytes\":\"" + HttpCaller.base64(source)
                + "\"},\"TargetImage\":{\"Bytes\":\"" + HttpCaller.base64(target)
                + "\"},\"SimilarityThreshold\":70.5,\"QualityFilter\":\"AUTO\"}";
    }

    private static byte[] form(Random random) {
        String head = "--b\r\nContent-Disposition: form-data; name=\"source\"\r\n\r\n";
        String middle = "\r\n--b\r\nContent-Disposition: form-data; name=\"target\"\r\n\r\n";
        return concatenated(ascii(head), good(random), ascii(middle), good(random), ascii("\r\n--b--\r\n"));
    }

    private static byte[] broken(byte[] original, Random random) {
        byte[] file = original.clone();
        switch (random.nextInt(6)) {
            case 5 -> {
                // A single bit: many of these still make sense.
                file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
                return file;
            }
            case 0 -> {
                for (int i = 1 + random.nextInt(20); i > 0; i--) {
                    file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return file;
            }
            case 1 -> {
                // The head, where the structure is.
                for (int i = 1 + random.nextInt(6); i > 0; i--) {
                    file[random.nextInt(Math.min(file.length, 700))] = (byte) random.nextInt(256);
                }
                return file;
            }
            case 2 -> {
                return Arrays.copyOf(file, random.nextInt(file.length));
            }
            case 3 -> {
                int from = random.nextInt(file.length);
                int to = Math.min(file.length, from + 1 + random.nextInt(200));
                return concatenated(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
            }
            default -> {
                byte[] noise = new byte[1 + random.nextInt(300)];
                random.nextBytes(noise);
                int at = random.nextInt(file.length);
                return concatenated(Arrays.copyOf(file, at), noise, Arrays.copyOfRange(file, at, file.length));
            }
        }
    }

    private static String mutated(String json, Random random) {
        try {
            JsonNode tree = JSON.readTree(json);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                mutate(tree, random);
            }
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mutate(JsonNode tree, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        JsonNode chosen = containers.get(random.nextInt(containers.size()));
        if (chosen instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + "x", object.remove(name));
                default -> object.set(name, value(random));
            }
        } else if (chosen instanceof ArrayNode array) {
            array.add(value(random));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode value(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.numberNode(random.nextGaussian() * 1e30);
            case 3 -> NODES.booleanNode(random.nextBoolean());
            case 4 -> NODES.textNode("");
            case 5 -> NODES.textNode("x".repeat(random.nextInt(5000)));
            case 6 -> NODES.textNode("\uD83D\uDE00\u0000\uFFFF../../../etc/passwd");
            case 7 -> NODES.arrayNode();
            case 8 -> NODES.objectNode();
            case 9 -> nested(random.nextInt(1500));
            case 10 -> NODES.objectNode().put("Bucket", "photos").put("Name", "../../run/pid");
            default -> NODES.textNode(HttpCaller.base64(good(random)));
        };
    }

    private static JsonNode nested(int depth) {
        JsonNode node = NODES.arrayNode();
        for (int i = 0; i < depth; i++) {
            node = NODES.arrayNode().add(node);
        }
        return node;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concatenated(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
