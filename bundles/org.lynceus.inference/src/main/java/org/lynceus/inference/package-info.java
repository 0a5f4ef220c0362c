/** Loads model bundles without a container, for tests and measurements. */
@Export
@Version("1.0.0")
package org.lynceus.inference;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
