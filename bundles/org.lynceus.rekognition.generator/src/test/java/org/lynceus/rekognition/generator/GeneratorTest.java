package org.lynceus.rekognition.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    private static final String MODEL = """
            {"metadata": {"targetPrefix": "Zoo"},
             "operations": {"Feed": {"name": "Feed", "input": {"shape": "FeedRequest"}, "output": {"shape": "FeedRequest"},
               "errors": [{"shape": "Hungry"}]}},
             "shapes": {
               "FeedRequest": {"type": "structure", "required": ["Name"], "members": {
                 "Name": {"shape": "Name", "documentation": "secret text"}, "Kinds": {"shape": "Kinds"}}},
               "Name": {"type": "string", "min": 1, "max": 9, "pattern": "\\\\w+"},
               "Kinds": {"type": "list", "member": {"shape": "Kind"}, "max": 3},
               "Kind": {"type": "string", "enum": ["bigCat", "DOG"]},
               "Hungry": {"type": "structure", "members": {}, "exception": true, "fault": true}}}
            """;

    @TempDir
    Path folder;

    @Test
    void writesRecordsShapesEnumerationsAndTables() throws IOException {
        List<JavaFile> sources = Generator.sources(model(MODEL));
        assertThat(sources)
                .extracting(s -> s.typeSpec().name())
                .containsExactly(
                        "FeedRequest", "FeedRequestShape", "Kind", "Scalars", "ShapeIndex", "Errors", "Operations");
        assertThat(sources.get(0).toString())
                .contains("record FeedRequest(String name, List<String> kinds)")
                .contains("{@code Name}: text of 1 to 9 characters; required")
                .contains("List.copyOf(kinds)")
                .doesNotContain("secret");
        assertThat(sources.get(1).toString())
                .contains("new Member(\"Name\", \"name\", true, Scalars.NAME)")
                .contains("new ListShape(new Range(Long.MIN_VALUE, 3L), Scalars.KIND)");
        assertThat(sources.get(2).toString()).contains("BIG_CAT = \"bigCat\"");
        assertThat(sources.get(3).toString())
                .contains("StringShape.matching(new Range(1L, 9L), \"\\\\w+\")")
                .contains("StringShape.oneOf(Kind.VALUES)");
        assertThat(sources.get(5).toString()).contains("new ErrorModel(\"Hungry\", 500, true)");
        assertThat(sources.get(6).toString()).contains("TARGET_PREFIX = \"Zoo.\"");
    }

    @Test
    void refusesStructuresThatContainThemselves() {
        String cyclic = MODEL.replace(
                "\"Kinds\": {\"type\": \"list\", \"member\": {\"shape\": \"Kind\"}",
                "\"Kinds\": {\"type\": \"list\", \"member\": {\"shape\": \"FeedRequest\"}");
        assertThatIllegalStateException().isThrownBy(() -> model(cyclic)).withMessageContaining("contains itself");
    }

    @Test
    void refusesTypesThatItDoesNotKnow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> model(MODEL.replace("\"type\": \"list\"", "\"type\": \"union\"")))
                .withMessageContaining("unsupported type union");
    }

    @Test
    void leavesUnchangedFilesAloneAndRemovesOthers() throws IOException {
        SourceFolder output = new SourceFolder(folder);
        output.replaceWith(Generator.sources(model(MODEL)));
        Path kept = folder.resolve("org/lynceus/rekognition/Kind.java");
        Path changed = folder.resolve("org/lynceus/rekognition/Errors.java");
        Path stale = folder.resolve("org/lynceus/rekognition/Stale.java");
        String errors = Files.readString(changed);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(kept, longAgo);
        Files.writeString(changed, "old");
        Files.writeString(stale, "class Stale {}");

        output.replaceWith(Generator.sources(model(MODEL)));

        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(longAgo);
        assertThat(changed).hasContent(errors);
        assertThat(stale).doesNotExist();
    }

    private static ServiceModel model(String json) throws IOException {
        return new ServiceModel(new ObjectMapper().readTree(json));
    }
}
