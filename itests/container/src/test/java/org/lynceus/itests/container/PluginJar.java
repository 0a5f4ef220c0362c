package org.lynceus.itests.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle with one detector of the type {@code test-echo}, as somebody else might build it. */
final class PluginJar {
    private static final String DETECTOR = "org.lynceus.itests.container.plugin.EchoDetector";
    private static final String COMPONENT = """
            <component xmlns="http://www.osgi.org/xmlns/scr/v1.3.0" name="echo" immediate="true">
              <implementation class="%s"/>
              <service><provide interface="org.lynceus.api.Detector"/></service>
              <property name="lynceus.type" value="test-echo"/>
            </component>
            """.formatted(DETECTOR);

    private PluginJar() {}

    /** The jar, as a bundle of this version. */
    static InputStream of(String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "test.plugin");
        main.putValue("Bundle-Version", version);
        main.putValue("Import-Package", "org.lynceus.api,org.osgi.framework");
        main.putValue("Service-Component", "OSGI-INF/echo.xml");
        String path = DETECTOR.replace('.', '/') + ".class";
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(jar, manifest);
                InputStream detector = PluginJar.class.getResourceAsStream("/" + path)) {
            out.putNextEntry(new JarEntry("OSGI-INF/echo.xml"));
            out.write(COMPONENT.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry(path));
            out.write(detector.readAllBytes());
        }
        return new ByteArrayInputStream(jar.toByteArray());
    }
}
