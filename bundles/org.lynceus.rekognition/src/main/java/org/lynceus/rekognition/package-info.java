/**
 * The wire form of Amazon Rekognition: one record per structure of the service model (generated at build time), the
 * JSON that carries them ({@link org.lynceus.rekognition.WireJson}), the checks of the model's constraints
 * ({@link org.lynceus.rekognition.Constraints}) and the tables of operations and errors.
 *
 * <p>In every record null means that the member is absent; an empty list is present. Enumerations are strings, with a
 * class of constants each. Blobs are byte buffers over shared, not copied, bytes. Records are immutable and thread-safe
 * as long as nobody writes into a blob.
 */
@Export
@Version("1.0.0")
package org.lynceus.rekognition;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
