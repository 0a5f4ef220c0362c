package org.lynceus.inference.internal;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives freed native memory back to the operating system. The C library keeps some hundred megabytes of a closed session
 * otherwise. A virtual machine without the diagnostic command {@code System.trim_native_heap} (HotSpot on Linux has it from
 * 17.0.9 on) keeps them.
 */
final class NativeHeap {
    private static final Logger LOG = LoggerFactory.getLogger(NativeHeap.class);

    private NativeHeap() {}

    /** Does it where it can be done. */
    static void trim() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            new Object[0],
                            new String[0]);
        } catch (JMException e) {
            LOG.debug("Freed native memory is not given back: {}", e.toString());
        }
    }
}
