/** Roles whose models are decoded by the platform, and the records that they give. */
@Export
@Version("1.0.0")
package org.lynceus.model.api.role;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
