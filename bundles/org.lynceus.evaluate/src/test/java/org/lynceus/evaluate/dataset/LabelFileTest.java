package org.lynceus.evaluate.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.client.ToolException;

class LabelFileTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void pictures() throws IOException {
        Files.createFile(folder.resolve("a.jpg"));
        Files.createFile(folder.resolve("b.jpg"));
    }

    @Test
    void understandsCelebA() throws IOException, ToolException {
        Files.writeString(
                folder.resolve("attributes.csv"),
                "image_id,Eyeglasses,Male,Mouth_Slightly_Open,Mustache,No_Beard,Smiling,Young\n"
                        + "a.jpg,1,-1,1,-1,-1,1,1\nb.jpg,-1,1,-1,1,1,-1,1\n");

        List<FaceLabels> labels = read(Optional.empty());

        assertThat(labels.get(0).traits())
                .isEqualTo(Map.of(
                        Trait.EYEGLASSES, true,
                        Trait.GENDER, false,
                        Trait.MOUTH_OPEN, true,
                        Trait.MUSTACHE, false,
                        Trait.BEARD, true,
                        Trait.SMILE, true));
        assertThat(labels.get(1).traits()).containsEntry(Trait.BEARD, false).containsEntry(Trait.GENDER, true);
    }

    @Test
    void readsAgeGenderEmotionAndLeavesOutWhatIsEmpty() throws IOException, ToolException {
        Files.writeString(
                folder.resolve("labels.csv"),
                "image,age,gender,emotion,sunglasses,eyes_open,face_occluded\n"
                        + "a.jpg,31.5,female,happiness,,true,0\nb.jpg,,male,contempt,yes,,\n");

        List<FaceLabels> labels = read(Optional.empty());

        assertThat(labels.get(0))
                .isEqualTo(new FaceLabels(
                        folder.resolve("a.jpg"),
                        Map.of(Trait.GENDER, false, Trait.EYES_OPEN, true, Trait.FACE_OCCLUDED, false),
                        Optional.of(31.5),
                        Optional.of(Emotion.HAPPY)));
        assertThat(labels.get(1))
                .isEqualTo(new FaceLabels(
                        folder.resolve("b.jpg"),
                        Map.of(Trait.GENDER, true, Trait.SUNGLASSES, true),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void keepsToASplit() throws IOException, ToolException {
        Files.writeString(folder.resolve("labels.csv"), "file,split,smile\na.jpg,train,1\nb.jpg,val,1\n");

        assertThat(read(Optional.of("val"))).extracting(FaceLabels::picture).containsExactly(folder.resolve("b.jpg"));
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> read(Optional.of("test")))
                .withMessage("labels.csv has no row whose split is test");
    }

    @Test
    void namesTheLineOfABadAge() throws IOException {
        Files.writeString(folder.resolve("labels.csv"), "image,age\na.jpg,old\n");

        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> read(Optional.empty()))
                .withMessage("labels.csv, line 2: 'old' in column 'age' is no number");
    }

    private List<FaceLabels> read(Optional<String> split) throws ToolException {
        return LabelFile.read(new Dataset(folder), split).orElseThrow();
    }
}
