/** What the user has to know. */
package org.lynceus.gallerybuilder.findings;
