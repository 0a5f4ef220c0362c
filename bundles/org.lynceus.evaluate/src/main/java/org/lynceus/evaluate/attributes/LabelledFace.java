package org.lynceus.evaluate.attributes;

import org.lynceus.evaluate.dataset.FaceLabels;
import org.lynceus.evaluate.server.DetectedFace;

/**
 * A face as people and as the server see it.
 *
 * @param labels of people
 * @param face of the server
 */
record LabelledFace(FaceLabels labels, DetectedFace face) {}
