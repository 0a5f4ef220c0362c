/** Options and results of face analysis, and the encoder that turns a face into a vector. */
@Export
@Version("1.1.0")
package org.lynceus.api.face;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
