/** How graphs are used through their roles: pictures are fed, outputs are read, as the model's description says. */
package org.lynceus.inference.internal.decode;
