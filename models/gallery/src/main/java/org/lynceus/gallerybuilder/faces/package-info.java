/** Asks a server for the faces of photos. */
package org.lynceus.gallerybuilder.faces;
