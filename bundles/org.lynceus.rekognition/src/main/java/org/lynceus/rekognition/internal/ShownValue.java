package org.lynceus.rekognition.internal;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** How a value looks in a message: as Java prints it, cut to a bounded length, and bytes only by their count. */
final class ShownValue {
    /** The most characters of a value that a message shows. */
    static final int LIMIT = 256;

    private static final String ELLIPSIS = "...";

    private ShownValue() {}

    static String of(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof ByteBuffer bytes) {
            int size = bytes.remaining();
            return "java.nio.HeapByteBuffer[pos=0 lim=" + size + " cap=" + size + "]";
        }
        if (value instanceof Collection<?> elements) {
            return joined(elements.iterator(), '[', ']');
        }
        if (value instanceof Map<?, ?> map) {
            return joined(map.entrySet().iterator(), '{', '}');
        }
        return cut(String.valueOf(value), LIMIT);
    }

    private static String joined(Iterator<?> elements, char open, char close) {
        StringBuilder text = new StringBuilder().append(open);
        while (elements.hasNext() && text.length() <= LIMIT) {
            Object element = elements.next();
            text.append(element instanceof Map.Entry<?, ?> e ? of(e.getKey()) + "=" + of(e.getValue()) : of(element));
            if (elements.hasNext()) {
                text.append(", ");
            }
        }
        return cut(text.append(close).toString(), LIMIT);
    }

    /** Cuts text that is longer than a limit, between characters. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end) + ELLIPSIS;
    }
}
