package org.lynceus.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordsTest {

    @Test
    void aBuilderSetsEveryMember() {
        BoundingBox box =
                BoundingBox.builder().width(1f).height(2f).left(3f).top(4f).build();
        assertThat(box).isEqualTo(new BoundingBox(1f, 2f, 3f, 4f));
        assertThat(BoundingBox.builder().build()).isEqualTo(new BoundingBox(null, null, null, null));
    }

    @Test
    void collectionsAreCopied() {
        List<String> ids = new ArrayList<>(List.of("a"));
        Map<String, String> tags = new HashMap<>(Map.of("k", "v"));
        ListCollectionsResponse response =
                ListCollectionsResponse.builder().collectionIds(ids).build();
        TagResourceRequest request = TagResourceRequest.builder().tags(tags).build();
        ids.add("b");
        tags.clear();
        assertThat(response.collectionIds()).containsExactly("a");
        assertThat(request.tags()).containsEntry("k", "v");
        assertThatThrownBy(() -> response.collectionIds().add("c")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> request.tags().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void listsHoldNoNull() {
        ListCollectionsResponse.Builder builder =
                ListCollectionsResponse.builder().collectionIds(Arrays.asList("a", null));
        assertThatNullPointerException().isThrownBy(builder::build);
    }
}
