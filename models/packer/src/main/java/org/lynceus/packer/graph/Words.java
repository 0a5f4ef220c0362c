package org.lynceus.packer.graph;

import java.util.regex.Pattern;

/** Messages of ONNX Runtime without what only its makers need. */
final class Words {
    private static final Pattern CODE = Pattern.compile("^Error code - \\S+ - message: ");
    private static final Pattern PLACE = Pattern.compile("\\S*/\\S+\\.(?:cc|h):\\d+ ?");
    private static final int MOST = 300;

    private Words() {}

    static String of(Exception failure) {
        String text =
                String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("no reason is given");
        text = PLACE.matcher(CODE.matcher(text).replaceFirst("")).replaceAll("").strip();
        return text.length() > MOST ? text.substring(0, MOST) + " ..." : text;
    }
}
