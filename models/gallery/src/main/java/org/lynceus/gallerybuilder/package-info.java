/** The command line that makes galleries of people's photos. */
package org.lynceus.gallerybuilder;
