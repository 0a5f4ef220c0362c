/** Where pictures and videos come from when a request only names them. */
@Export
@Version("1.0.0")
package org.lynceus.api.media;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
