package org.lynceus.security;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Says, by being there as a service, that requests may be served.
 *
 * <p>The service exists only while the listening addresses and the security mode fit each other. Whatever answers
 * requests must reference it, so that nothing is ever served on an address that the mode forbids.
 */
@ProviderType
public interface AccessPolicy {}
