/** Writes galleries. */
package org.lynceus.gallerybuilder.output;
