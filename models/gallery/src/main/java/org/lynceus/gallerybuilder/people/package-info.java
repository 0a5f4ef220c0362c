/** Who is to be in a gallery: reads the table of people. */
package org.lynceus.gallerybuilder.people;
