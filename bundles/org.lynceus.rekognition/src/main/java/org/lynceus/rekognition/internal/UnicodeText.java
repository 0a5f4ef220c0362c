package org.lynceus.rekognition.internal;

/** Refuses half surrogate pairs, which a JSON escape can smuggle in and UTF-8 cannot carry. */
final class UnicodeText {
    private UnicodeText() {}

    /** Returns the text if it is well-formed. */
    static String require(String text) throws MismatchException {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                    throw new MismatchException("text is not well-formed Unicode");
                }
                i++;
            }
        }
        return text;
    }
}
