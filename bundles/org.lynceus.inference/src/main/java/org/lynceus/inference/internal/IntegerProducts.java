package org.lynceus.inference.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the runtime multiplies 8-bit integers. Its fast way sums two products in 16 bits, which overflow, on x86 processors
 * without vector neural network instructions (VNNI); its exact way takes more than twice the time with them.
 */
final class IntegerProducts {
    private static final Logger LOG = LoggerFactory.getLogger(IntegerProducts.class);
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Set<String> VNNI = Set.of("avx512_vnni", "avx_vnni");

    private IntegerProducts() {}

    /** The value of the session's setting {@code session.x64quantprecision} for this machine: 1 for the exact way. */
    static String precision() {
        return Precision.OF_THIS_MACHINE;
    }

    /**
     * The value for some processors.
     *
     * @param lines of the system's description of the processors
     */
    static String precision(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("flags"))
                        .findFirst()
                        .filter(flags -> Arrays.stream(flags.split("\\s+")).anyMatch(VNNI::contains))
                        .isPresent()
                ? "0"
                : "1";
    }

    private static final class Precision {
        static final String OF_THIS_MACHINE = read();

        private static String read() {
            try (Stream<String> lines = Files.lines(PROCESSORS)) {
                return precision(lines);
            } catch (IOException e) {
                LOG.info("{} cannot be read: 8-bit integers are multiplied the exact way", PROCESSORS);
                return "1";
            }
        }
    }
}
