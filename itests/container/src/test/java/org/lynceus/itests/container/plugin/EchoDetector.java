package org.lynceus.itests.container.plugin;

import org.lynceus.api.AnalysisType;
import org.lynceus.api.Detector;
import org.lynceus.api.Image;
import org.osgi.framework.FrameworkUtil;

/** The one class of a plugin bundle: answers with what it is asked and the version of its bundle. Thread-safe. */
public final class EchoDetector implements Detector<String, String> {
    @Override
    public AnalysisType<String, String> type() {
        return new AnalysisType<>("test-echo", String.class, String.class);
    }

    @Override
    public String detect(Image image, String options) {
        return options + " " + FrameworkUtil.getBundle(EchoDetector.class).getVersion();
    }
}
