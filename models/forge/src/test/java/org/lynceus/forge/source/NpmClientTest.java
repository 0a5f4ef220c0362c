package org.lynceus.forge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.forge.ForgeException;

class NpmClientTest {
    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void createTarget() throws IOException {
        target = Files.createDirectory(folder.resolve("target"));
    }

    @Test
    void missingClientIsSaidInPlainWords() {
        NpmClient client = new NpmClient(folder.resolve("no-such-npm").toString());

        assertThatThrownBy(() -> client.download("pack@1.0.0", target))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("pack@1.0.0")
                .hasMessageContaining("install Node.js");
    }

    @Test
    void failureCarriesWhatTheClientSaid() throws IOException {
        NpmClient client = client("echo 'npm error code ENOTFOUND' >&2; exit 1");

        assertThatThrownBy(() -> client.download("pack@1.0.0", target))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("pack@1.0.0")
                .hasMessageContaining("network")
                .hasMessageContaining("ENOTFOUND");
    }

    @Test
    void damagedPackageIsNotTakenForAnUnreachableOne() throws IOException {
        NpmClient damaged = client("echo 'npm error code EINTEGRITY' >&2; exit 1");

        assertThatThrownBy(() -> damaged.download("pack@1.0.0", target))
                .isInstanceOf(ForgeException.class)
                .isNotInstanceOf(UnavailableException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void archiveIsFoundInTheTargetFolder() throws ForgeException, IOException {
        NpmClient client = client("[ \"$1 $2\" = 'pack @scope/pack@1.0.0' ] && touch scope-pack-1.0.0.tgz");

        assertThat(client.download("@scope/pack@1.0.0", target)).isEqualTo(target.resolve("scope-pack-1.0.0.tgz"));
    }

    private NpmClient client(String script) throws IOException {
        Path file = folder.resolve("npm");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new NpmClient(file.toString());
    }
}
