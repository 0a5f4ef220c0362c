/** How an operation of the wire protocol is added. */
@Export
@Version("1.0.0")
package org.lynceus.rest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
