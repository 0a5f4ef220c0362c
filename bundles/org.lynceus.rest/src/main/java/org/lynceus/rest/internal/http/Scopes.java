package org.lynceus.rest.internal.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.lynceus.api.Scope;

/**
 * Tells account and region from the {@code Authorization} header of Signature Version 4. The signature itself is not
 * verified. Thread-safe.
 */
final class Scopes {
    private static final String SCHEME = "AWS4-";
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,64}");

    private final Scope unsigned;
    private final String singleRegion;
    private final Map<String, String> accounts = new HashMap<>();

    Scopes(Settings settings) {
        this.singleRegion = settings.single_region().strip();
        this.unsigned = new Scope(
                settings.default_account(), singleRegion.isEmpty() ? settings.default_region() : singleRegion);
        Arrays.stream(settings.accounts())
                // A .cfg file cannot write a list, only a text with commas.
                .flatMap(entries -> Arrays.stream(entries.split(",")))
                .filter(entry -> !entry.isBlank())
                .forEach(this::addAccount);
    }

    /**
     * Tells the scope of a request.
     *
     * @param authorization the header, or null
     * @throws ServiceException when it is a signature of this kind but an incomplete one
     */
    Scope of(String authorization) throws ServiceException {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return unsigned;
        }
        Map<String, String> parts = parts(authorization);
        for (String part : new String[] {"Credential", "Signature", "SignedHeaders"}) {
            if (parts.getOrDefault(part, "").isEmpty()) {
                throw incomplete("Authorization header requires '" + part + "' parameter.");
            }
        }
        String[] credential = parts.get("Credential").split("/", -1);
        if (credential.length != 5 || credential[0].isEmpty() || !credential[4].equals("aws4_request")) {
            throw incomplete("Credential must have exactly 5 slash-delimited elements,"
                    + " e.g. keyid/date/region/service/aws4_request.");
        }
        if (!REGION.matcher(credential[2]).matches()) {
            throw incomplete("Credential names no valid region.");
        }
        return new Scope(account(credential[0]), singleRegion.isEmpty() ? credential[2] : singleRegion);
    }

    private String account(String accessKey) {
        return ACCOUNT.matcher(accessKey).matches() ? accessKey : accounts.getOrDefault(accessKey, unsigned.account());
    }

    private void addAccount(String entry) {
        String[] pair = entry.strip().split("=", 2);
        if (pair.length != 2 || !ACCOUNT.matcher(pair[1].strip()).matches()) {
            throw new IllegalArgumentException("accounts: '" + entry + "' is not key=account with twelve digits");
        }
        accounts.put(pair[0].strip(), pair[1].strip());
    }

    /** The {@code name=value} pairs after the algorithm. */
    private static Map<String, String> parts(String authorization) {
        Map<String, String> parts = new HashMap<>();
        int algorithm = authorization.indexOf(' ');
        for (String part : authorization.substring(algorithm + 1).split(",")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2) {
                parts.put(pair[0], pair[1]);
            }
        }
        return parts;
    }

    private static ServiceException incomplete(String message) {
        return new ServiceException(AwsErrors.incompleteSignature(message));
    }
}
