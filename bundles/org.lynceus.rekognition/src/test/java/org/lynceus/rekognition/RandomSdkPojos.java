package org.lynceus.rekognition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Fills builders of the SDK with random values. */
final class RandomSdkPojos {
    private final Random random;
    private final RandomRecords values;

    RandomSdkPojos(long seed) {
        this.random = new Random(seed);
        this.values = new RandomRecords(seed, 1);
    }

    /** Fills a builder and builds. */
    SdkPojo fill(SdkPojo builder) {
        for (SdkField<?> field : builder.sdkFields()) {
            // The SDK invents a token where none is given, so one is always given.
            if (field.memberName().equals("ClientRequestToken") || random.nextInt(4) > 0) {
                field.set(builder, value(field));
            }
        }
        return (SdkPojo) ((Buildable) builder).build();
    }

    private Object value(SdkField<?> field) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.STRING) {
            return values.text();
        } else if (type == MarshallingType.INTEGER) {
            return random.nextInt();
        } else if (type == MarshallingType.LONG) {
            return random.nextLong();
        } else if (type == MarshallingType.FLOAT) {
            return values.number();
        } else if (type == MarshallingType.BOOLEAN) {
            return random.nextBoolean();
        } else if (type == MarshallingType.INSTANT) {
            return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
        } else if (type == MarshallingType.SDK_BYTES) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            return SdkBytes.fromByteArray(bytes);
        } else if (type == MarshallingType.LIST) {
            SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> elements = new ArrayList<>();
            for (int size = random.nextInt(4); size > 0; size--) {
                elements.add(value(element));
            }
            return elements;
        } else if (type == MarshallingType.MAP) {
            SdkField<?> content = field.getTrait(MapTrait.class).valueFieldInfo();
            Map<String, Object> entries = new LinkedHashMap<>();
            for (int size = random.nextInt(4); size > 0; size--) {
                entries.put(values.text(), value(content));
            }
            return entries;
        } else if (type == MarshallingType.SDK_POJO) {
            return fill(field.constructor().get());
        }
        throw new AssertionError("no random " + type);
    }
}
