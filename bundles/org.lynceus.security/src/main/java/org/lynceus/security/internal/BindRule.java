package org.lynceus.security.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which listening addresses a security mode allows. Signatures are not verified, so only loopback is safe by itself. */
final class BindRule {
    static final String LOOPBACK = "loopback";
    static final String OPEN = "open";

    private static final String EVERY_ADDRESS = "0.0.0.0";

    private BindRule() {}

    /**
     * Judges a combination of settings.
     *
     * @param mode the security mode
     * @param addresses comma-separated host names and addresses; blank means every address of the machine
     * @return a sentence that says why it must not be served, or empty when it may
     */
    static Optional<String> objection(String mode, String addresses) {
        if (OPEN.equals(mode)) {
            return Optional.empty();
        }
        if (!LOOPBACK.equals(mode)) {
            return Optional.of("Lynceus refuses to start: security.mode is '" + mode + "', but only '" + LOOPBACK
                    + "' and '" + OPEN + "' are known.");
        }
        return split(addresses).stream()
                .filter(address -> !isLoopback(address))
                .findFirst()
                .map(address -> "Lynceus refuses to start: it would listen on " + address
                        + ", which other machines may reach, and signatures of requests are not verified. Listen on a"
                        + " loopback address (LYNCEUS_BIND=127.0.0.1), or set security.mode=open"
                        + " (LYNCEUS_SECURITY_MODE=open) to let everybody who reaches the port use it.");
    }

    private static List<String> split(String addresses) {
        List<String> named = Arrays.stream(addresses.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        return named.isEmpty() ? List.of(EVERY_ADDRESS) : named;
    }

    /** A name counts as loopback only when everything it stands for is; an unknown name does not. */
    private static boolean isLoopback(String address) {
        try {
            return Arrays.stream(InetAddress.getAllByName(address)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
