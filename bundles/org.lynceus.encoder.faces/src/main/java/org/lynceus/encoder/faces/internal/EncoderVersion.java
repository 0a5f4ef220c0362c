package org.lynceus.encoder.faces.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.ModelInfo;

/** Names weights and preprocessing of an encoder, so that equal names mean comparable vectors. */
final class EncoderVersion {
    /** Changes whenever the way changes in which faces are aligned and vectors are made from outputs. */
    private static final String PREPROCESSING =
            "five-point similarity from pixel edges, averaged when reduced; length 1";

    /** Changes whenever the way changes in which two vectors are joined. */
    private static final String JOINING = "concatenation, roots of weights";

    private static final int HEX_DIGITS = 12;

    private EncoderVersion() {}

    /** The model's id and the first digits of a hash over what determines its vectors. */
    static String of(ModelInfo info, GraphInfo graph) {
        String facts = String.join(
                "\n",
                graph.sha256(),
                graph.shape().toString(),
                graph.layout().name(),
                graph.color().name(),
                graph.mean().toString(),
                graph.scale().toString(),
                Properties.text(info, AlignmentTemplate.POINTS),
                Properties.text(info, AlignmentTemplate.SIDE),
                Properties.text(info, AligningEncoder.MIRROR),
                PREPROCESSING);
        return named(info.id(), facts);
    }

    /** A name and the first digits of a hash over what determines joined vectors. */
    static String of(String name, Fusion fusion, String own, String other) {
        return named(
                name,
                String.join(
                        "\n",
                        own,
                        other,
                        Double.toString(fusion.weight()),
                        Double.toString(fusion.companionWeight()),
                        JOINING));
    }

    private static String named(String name, String facts) {
        return name + "-" + sha256(facts).substring(0, HEX_DIGITS);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
