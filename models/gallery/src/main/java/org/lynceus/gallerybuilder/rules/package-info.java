/** Decides which photos make a person's entry. */
package org.lynceus.gallerybuilder.rules;
