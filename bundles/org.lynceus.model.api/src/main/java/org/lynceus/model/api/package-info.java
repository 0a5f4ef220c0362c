/** Models that bundles bring, and how a detector runs them. The only signatures with DJL types. */
@Export
@Version("1.0.0")
package org.lynceus.model.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
