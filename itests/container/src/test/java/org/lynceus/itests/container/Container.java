package org.lynceus.itests.container;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.apache.commons.io.FileUtils;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;

/** The built archive as a container for tests. Its log stays in the scratch folder. */
final class Container {
    /** System property of the container: a file, the photo with three faces. */
    static final String PHOTO = "lynceus.itests.photo";

    private static final String LOGGING = "etc/org.ops4j.pax.logging.cfg";

    private static Path scratch;

    private Container() {}

    /**
     * Options that boot the archive, with free ports and nothing from the network.
     *
     * @throws IOException when there is no archive or the scratch folder cannot be written
     */
    static Option[] booted() throws IOException {
        Path archive = Path.of(System.getProperty("lynceus.archive")).toAbsolutePath();
        if (!Files.isRegularFile(archive)) {
            throw new IOException("Build the distribution first: " + archive + " is no file");
        }
        Path scratch = scratch();
        return options(
                karafDistributionConfiguration()
                        .frameworkUrl(archive.toUri().toString())
                        .name("Lynceus")
                        .useDeployFolder(false)
                        .unpackDirectory(scratch.toFile()),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                doNotModifyLogConfiguration(),
                virtualMachine(),
                vmOption("-Djava.io.tmpdir=" + scratch.resolve("tmp")),
                vmOption("-Dlynceus.data=" + scratch.resolve("data")),
                editConfigurationFilePut(LOGGING, "log4j2.appender.rolling.fileName", scratch + "/lynceus.log"),
                editConfigurationFilePut(LOGGING, "log4j2.appender.rolling.append", "false"),
                systemProperty(PHOTO).value(photo(scratch).toString()),
                systemProperty("pax.exam.service.timeout").value("60000"),
                library(Assertions.class),
                library(ByteBuddy.class),
                library(Awaitility.class),
                library(Matcher.class));
    }

    /** As the start script has it. Paths are relative to the unpacked archive, in which the virtual machine starts. */
    private static Option virtualMachine() {
        String karaf = System.getProperty("karaf.version");
        return composite(Stream.of(
                        "-Xms64m",
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "--add-reads=java.xml=java.logging",
                        "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                        "--patch-module=java.base=lib/endorsed/org.apache.karaf.specs.locator-" + karaf + ".jar",
                        "--patch-module=java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + karaf + ".jar",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.net=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-Dfile.encoding=UTF-8",
                        "-Djdk.util.zip.disableZip64ExtraFieldValidation=true",
                        "-Dai.djl.offline=true",
                        "-DOPT_OUT_TRACKING=true")
                .map(CoreOptions::vmOption)
                .toArray(Option[]::new));
    }

    /** The folder of all that is written, emptied at the first call: a container that was killed leaves its files. */
    private static synchronized Path scratch() throws IOException {
        if (scratch == null) {
            Path folder = Path.of(System.getProperty("lynceus.scratch")).toAbsolutePath();
            FileUtils.deleteDirectory(folder.toFile());
            Files.createDirectories(folder.resolve("tmp"));
            scratch = folder;
        }
        return scratch;
    }

    private static Path photo(Path folder) throws IOException {
        Path file = folder.resolve("sample3.jpg");
        try (InputStream in = Container.class.getResourceAsStream("/testpictures/sample3.jpg")) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** The bundle that a class comes from, as it lies on the class path. */
    private static Option library(Class<?> inside) {
        try {
            URI jar = inside.getProtectionDomain().getCodeSource().getLocation().toURI();
            return bundle(jar.toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
