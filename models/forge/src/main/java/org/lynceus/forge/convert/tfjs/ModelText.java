package org.lynceus.forge.convert.tfjs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lynceus.forge.ForgeException;

/**
 * The description of a TensorFlow.js model, as JSON or as the value that a script module exports.
 *
 * <p>Script modules are not run: their value is read as a literal, with unquoted names, numbers without a leading zero and
 * {@code !0} and {@code !1} for the truth values.
 *
 * @param json the description
 * @param script whether it came out of a script module; then the weights do as well
 */
record ModelText(JsonNode json, boolean script) {
    private static final JsonMapper LITERALS = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final String DAMAGED = ": the description of the model is cut off or damaged";
    private static final String EXPORT = "(?:\\bexports(?:\\.default)?\\s*=|\\bexport\\s+default)\\s*";
    private static final Pattern OBJECT = Pattern.compile(EXPORT + "(?=\\{)");
    private static final Pattern STRING = Pattern.compile(EXPORT + "([\"'`])([^\"'`\\\\]*)\\1");
    private static final Pattern TRUTH = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|!([01])\\b");

    /**
     * Reads a description.
     *
     * @param label the beginning of messages
     * @param file the bytes of the file
     * @return the description
     * @throws ForgeException when it is damaged or describes no model
     */
    static ModelText read(String label, byte[] file) throws ForgeException {
        String text = new String(file, StandardCharsets.UTF_8).strip();
        boolean script = !text.startsWith("{");
        JsonNode json = parse(label, script ? literal(label, text) : text);
        if (!json.path("modelTopology").isObject()) {
            throw new ForgeException(label + ": this describes no TensorFlow.js model: 'modelTopology' is missing");
        }
        if (!json.path("weightsManifest").isArray()) {
            throw new ForgeException(label + ": this describes no weights: 'weightsManifest' is missing");
        }
        return new ModelText(json, script);
    }

    /**
     * The bytes of one weight file.
     *
     * @param label the beginning of messages
     * @param name its name, for messages
     * @param file its content: the bytes, or a script module that exports them in base64
     */
    byte[] weights(String label, String name, byte[] file) throws ForgeException {
        if (!script) {
            return file;
        }
        Matcher matcher = STRING.matcher(new String(file, StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            throw new ForgeException(label + ": the script module " + name + " is cut off or exports no weights");
        }
        try {
            return Base64.getDecoder().decode(matcher.group(2));
        } catch (IllegalArgumentException e) {
            throw new ForgeException(label + ": the weights in the script module " + name + " are damaged", e);
        }
    }

    private static JsonNode parse(String label, String text) throws ForgeException {
        try {
            return LITERALS.readTree(text);
        } catch (JsonProcessingException e) {
            String place = Optional.ofNullable(e.getLocation())
                    .map(found -> " at line " + found.getLineNr() + ", column " + found.getColumnNr())
                    .orElse("");
            throw new ForgeException(label + DAMAGED + place, e);
        } catch (NumberFormatException e) {
            throw new ForgeException(label + DAMAGED + ": " + e.getMessage(), e);
        }
    }

    private static String literal(String label, String text) throws ForgeException {
        Matcher start = OBJECT.matcher(text);
        if (!start.find()) {
            throw new ForgeException(label + ": this is neither JSON nor a script module that exports a model");
        }
        return TRUTH.matcher(text.substring(start.end()))
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1) == null
                                ? match.group()
                                : String.valueOf(match.group(1).equals("0"))));
    }
}
