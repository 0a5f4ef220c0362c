package org.lynceus.forge.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.forge.ForgeException;

class BundleManifestTest {
    private final BundleManifest manifest =
            new BundleManifest("org.example.model", "1.2-SNAPSHOT", "Example", "An example\nof models", "Somebody");
    private final Properties model = new Properties();

    BundleManifestTest() {
        model.setProperty("id", "example");
        model.setProperty("version", "0.4");
        model.setProperty("role", "face-detection");
        model.setProperty("licence.package", "MIT");
        model.setProperty("licence.weights", "MIT; says the \"author\"");
    }

    @Test
    void capabilityAndLicencesComeFromTheDescription() throws ForgeException, IOException {
        Attributes main = parse(manifest.withModel(model));

        assertThat(main.getValue("Bundle-ManifestVersion")).isEqualTo("2");
        assertThat(main.getValue("Bundle-SymbolicName")).isEqualTo("org.example.model");
        assertThat(main.getValue("Bundle-Version")).isEqualTo("1.2.0.SNAPSHOT");
        assertThat(main.getValue("Bundle-Name")).isEqualTo("Example");
        assertThat(main.getValue("Bundle-Description")).isEqualTo("An example of models");
        assertThat(main.getValue("Bundle-Vendor")).isEqualTo("Somebody");
        assertThat(main.getValue("Bundle-License"))
                .isEqualTo("MIT;description=\"Weights: MIT; says the \\\"author\\\"\"");
        assertThat(main.getValue("Provide-Capability"))
                .isEqualTo("lynceus.model;id=example;lynceus.model=face-detection;version:Version=\"0.4.0\""
                        + ";effective:=active");
    }

    @Test
    void valuesThatAreNoTokensAreQuoted() throws ForgeException, IOException {
        model.setProperty("id", "a, b");
        model.setProperty("licence.package", "none stated");

        Attributes main = parse(manifest.withModel(model));

        assertThat(main.getValue("Provide-Capability")).contains(";id=\"a, b\";");
        assertThat(main.getValue("Bundle-License")).startsWith("\"none stated\";");
    }

    @Test
    void bundleOfAModelThatWasLeftOutProvidesNothing() throws ForgeException, IOException {
        assertThat(parse(manifest.withoutModel()).getValue("Provide-Capability"))
                .isNull();
    }

    @Test
    void missingFactIsNamed() {
        model.remove("role");

        assertThatThrownBy(() -> manifest.withModel(model))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("'role'");
    }

    @Test
    void equalInputGivesEqualBytes() throws ForgeException {
        assertThat(manifest.withModel(model)).isEqualTo(manifest.withModel((Properties) model.clone()));
        assertThat(new String(manifest.withModel(model), StandardCharsets.UTF_8))
                .doesNotContain("Created-By");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0.0",
        "1.0.3, 1.0.3",
        "0.4.1657299874, 0.4.1657299874",
        "2.1.0-rc.1, 2.1.0.rc_1",
        "1.2.3.4, 1.2.3.4",
        "3v2, 3.0.0.v2"
    })
    void versionsTakeTheFormOfTheFramework(String version, String expected) throws ForgeException {
        assertThat(BundleManifest.osgiVersion(version)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "1.2147483648", ""})
    void textThatIsNoVersionIsRefused(String text) {
        assertThatThrownBy(() -> BundleManifest.osgiVersion(text)).isInstanceOf(ForgeException.class);
    }

    private static Attributes parse(byte[] bytes) throws IOException {
        return new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
    }
}
