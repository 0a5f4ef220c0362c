package org.lynceus.gallerybuilder.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.gallerybuilder.faces.PortraitFace;
import org.lynceus.gallerybuilder.people.KnownGender;
import org.lynceus.gallerybuilder.people.Person;
import org.lynceus.gallerybuilder.photos.Photo;

class UsablePhotoTest {
    @ParameterizedTest
    @CsvSource({"100,0,1", "60,0,0.6", "250,0,1", "5,0,0.3", "100,60,0.5", "100,-60,0.5", "50,120,0.05"})
    void sharpFrontalFacesWeighMost(double sharpness, double yaw, double weight) {
        Person person = new Person("1", "Ann", "Ann", KnownGender.FEMALE, List.of(), List.of(), List.of());
        PortraitFace face = new PortraitFace(0.1, yaw, sharpness, List.of(), Map.of());

        assertThat(new UsablePhoto(new Photo(person, Path.of("a"), "a"), face).weight())
                .isCloseTo(weight, within(1e-9));
    }

    @Test
    void meanCountsByWeight() {
        float[] mean = Vectors.mean(List.of(new float[] {1, 0}, new float[] {0, 1}), new double[] {0.3, 0.4});

        assertThat(mean).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
    }

    @Test
    void meanOfOppositesIsTheFirst() {
        assertThat(Vectors.mean(List.of(new float[] {1, 0}, new float[] {-1, 0}), new double[] {1, 1}))
                .containsExactly(1, 0);
    }
}
