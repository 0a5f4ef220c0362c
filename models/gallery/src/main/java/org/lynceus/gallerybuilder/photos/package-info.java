/** Which files show whom. */
package org.lynceus.gallerybuilder.photos;
