/** Options and results of celebrity recognition, and the galleries of known people that it searches. */
@Export
@Version("1.0.0")
package org.lynceus.api.celebrity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
