package org.lynceus.itests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.itests.container.Patience.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.junit.Before;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.Image;
import org.lynceus.api.ImageDecoder;
import org.lynceus.api.ImageLimits;
import org.lynceus.api.Readiness;
import org.lynceus.api.VisionException;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.BundleContext;

/** What tests inside the container share. Each begins when the server is ready. */
public abstract class InContainer {
    @Inject
    BundleContext context;

    @Inject
    DetectorRegistry registry;

    @Inject
    ImageDecoder decoder;

    @Inject
    Readiness readiness;

    /** The container; asked outside of it. */
    @Configuration
    public Option[] configuration() throws IOException {
        return Container.booted();
    }

    /** Waits until everything that is installed is there. */
    @Before
    public void awaitReady() {
        eventually(() -> assertThat(readiness.problems()).isEmpty());
    }

    /** Opens the photo with three faces. */
    final Image photo() throws IOException, VisionException {
        return decoder.open(Files.readAllBytes(Path.of(System.getProperty(Container.PHOTO))), ImageLimits.DEFAULT);
    }
}
