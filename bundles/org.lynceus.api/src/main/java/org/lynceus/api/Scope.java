package org.lynceus.api;

import java.util.Objects;

/**
 * The owner of a resource: everything that is stored belongs to one account in one region.
 *
 * @param account twelve digits
 * @param region such as {@code us-east-1}
 */
public record Scope(String account, String region) {
    /** Checks that nothing is absent. */
    public Scope {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(region, "region");
    }
}
