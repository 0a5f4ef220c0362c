package org.lynceus.evaluate.pairs;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A picture as it is sent as the source of CompareFaces, which takes the largest face.
 *
 * @param file the picture
 * @param cut JPEG or PNG with the central face as its largest, where the picture has another larger face
 * @param usable whether there is a central face, and one that can be made the largest
 */
record Source(Path file, Optional<byte[]> cut, boolean usable) {}
