/** Contracts of every analysis: images, detectors, their registry, and the one exception. */
@Export
@Version("1.0.0")
package org.lynceus.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
