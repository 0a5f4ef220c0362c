/** Boxes as detectors give them: cells of feature maps, candidates, and non-maximum suppression. */
package org.lynceus.inference.internal.decode.boxes;
