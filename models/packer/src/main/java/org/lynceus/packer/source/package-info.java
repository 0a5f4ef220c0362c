/** Reads the files that users bring: weights, names of classes, vectors. */
package org.lynceus.packer.source;
