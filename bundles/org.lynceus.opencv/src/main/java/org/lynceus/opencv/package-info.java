/** OpenCV, loaded once, and the bridge from pixels to its matrices and to input tensors. */
@Export
@Version("1.0.0")
package org.lynceus.opencv;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
