package org.lynceus.rekognition;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes wire records with random members, some of them absent; the same seed makes the same records. */
final class RandomRecords {
    private static final String ALPHABET = "abcXYZ019 -_./:\"\\\n\t\u0001\u007fäß™漢字\uD83D\uDE00";
    private static final int[] POINTS = ALPHABET.codePoints().toArray();

    private final Random random;
    private final double present;

    RandomRecords(long seed, double present) {
        this.random = new Random(seed);
        this.present = present;
    }

    <T extends Record> T next(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = random.nextDouble() < present ? value(components[i].getGenericType()) : null;
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? list(arguments[0]) : map(arguments[1]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return text();
        } else if (plain == Integer.class) {
            return random.nextBoolean() ? random.nextInt() : random.nextInt(100);
        } else if (plain == Long.class) {
            return random.nextBoolean() ? random.nextLong() : random.nextInt(100);
        } else if (plain == Float.class) {
            return number();
        } else if (plain == Boolean.class) {
            return random.nextBoolean();
        } else if (plain == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
        } else if (plain == ByteBuffer.class) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            return ByteBuffer.wrap(bytes);
        } else if (plain.isRecord()) {
            return next(plain.asSubclass(Record.class));
        }
        throw new AssertionError("no random " + type);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.appendCodePoint(POINTS[random.nextInt(POINTS.length)]);
        }
        return text.toString();
    }

    float number() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextFloat();
            case 1 -> random.nextFloat() * 100;
            case 2 -> random.nextInt(1000);
            default -> {
                float any = Float.intBitsToFloat(random.nextInt());
                yield Float.isFinite(any) ? any : 0f;
            }
        };
    }

    private List<Object> list(Type element) {
        Object[] elements = new Object[random.nextInt(4)];
        Arrays.setAll(elements, i -> value(element));
        return new ArrayList<>(Arrays.asList(elements));
    }

    private Map<String, Object> map(Type value) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int size = random.nextInt(4); size > 0; size--) {
            entries.put(text(), value(value));
        }
        return entries;
    }
}
