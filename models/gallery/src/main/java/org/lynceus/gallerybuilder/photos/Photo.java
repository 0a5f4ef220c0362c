package org.lynceus.gallerybuilder.photos;

import java.nio.file.Path;
import org.lynceus.gallerybuilder.people.Person;

/**
 * A file that shows a person.
 *
 * @param person whom it is said to show
 * @param path of the file
 * @param label its name for the user
 */
public record Photo(Person person, Path path, String label) {}
