package org.lynceus.opencv;

import org.opencv.core.Core;

/**
 * Loads OpenCV's native library, once for all bundles. Thread-safe.
 *
 * <p>Inside OSGi the framework finds the library by the bundle's {@code Bundle-NativeCode} header and keeps it in its
 * cache; elsewhere, as in unit tests, it is unpacked to a temporary folder.
 */
public final class OpenCv {
    static {
        loadNative();
        // Requests run side by side; threads inside one call would only compete with them.
        Core.setNumThreads(1);
    }

    private OpenCv() {}

    /** Makes sure that the library is loaded. Call it in a static block of each class that uses OpenCV. */
    public static void load() {
        // Loading happens in the static block, which the JVM runs once.
    }

    private static void loadNative() {
        try {
            System.loadLibrary(Core.NATIVE_LIBRARY_NAME);
        } catch (UnsatisfiedLinkError outsideOsgi) {
            nu.pattern.OpenCV.loadLocally();
        }
    }
}
