/** Who may use this server. */
@Export
@Version("1.0.0")
package org.lynceus.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
