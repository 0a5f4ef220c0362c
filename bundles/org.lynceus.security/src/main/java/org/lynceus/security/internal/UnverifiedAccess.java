package org.lynceus.security.internal;

import org.lynceus.security.AccessPolicy;
import org.osgi.service.component.annotations.Component;

/** Everybody who reaches the port may use the server; enabled by {@link BindGuard} once the port is as it must be. */
@Component(name = UnverifiedAccess.NAME, enabled = false)
public final class UnverifiedAccess implements AccessPolicy {
    static final String NAME = "org.lynceus.security.access";
}
