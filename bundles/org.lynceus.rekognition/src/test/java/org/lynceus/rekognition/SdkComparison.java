package org.lynceus.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Walks a wire record and an object of the SDK side by side and fails where they differ; counts what was equal. */
final class SdkComparison {
    private int values;

    /** How many present values, nested ones included, were found equal. */
    int values() {
        return values;
    }

    void compare(String path, Object ours, Object sdk) {
        Object theirs = sdk instanceof SdkAutoConstructList || sdk instanceof SdkAutoConstructMap ? null : sdk;
        if (ours == null || theirs == null) {
            assertThat(ours).as(path).isEqualTo(theirs);
            return;
        }
        values++;
        if (ours instanceof Record record) {
            compareMembers(path, record, (SdkPojo) theirs);
        } else if (ours instanceof List<?> list) {
            compareElements(path, list, (List<?>) theirs);
        } else if (ours instanceof ByteBuffer bytes) {
            assertThat(bytes).as(path).isEqualTo(((SdkBytes) theirs).asByteBuffer());
        } else if (ours instanceof Map<?, ?> map) {
            assertThat(map).as(path).isEqualTo(theirs);
        } else {
            assertThat(ours).as(path).isEqualTo(theirs);
        }
    }

    private void compareElements(String path, List<?> ours, List<?> theirs) {
        assertThat(ours).as(path).hasSameSizeAs(theirs);
        Iterator<?> other = theirs.iterator();
        int index = 0;
        for (Object element : ours) {
            compare(path + "[" + index++ + "]", element, other.next());
        }
    }

    private void compareMembers(String path, Record ours, SdkPojo theirs) {
        Map<String, SdkField<?>> fields = theirs.sdkFields().stream()
                .collect(Collectors.toMap(f -> f.locationName().toLowerCase(Locale.ROOT), Function.identity()));
        for (RecordComponent component : ours.getClass().getRecordComponents()) {
            SdkField<?> field = fields.get(component.getName().toLowerCase(Locale.ROOT));
            if (field == null) {
                fail("the SDK has no member %s.%s", path, component.getName());
            }
            try {
                compare(
                        path + "." + component.getName(),
                        component.getAccessor().invoke(ours),
                        field.getValueOrDefault(theirs));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }
}
