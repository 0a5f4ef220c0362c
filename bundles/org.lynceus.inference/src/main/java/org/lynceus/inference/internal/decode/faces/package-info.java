/** Decoders of face detectors: UltraFace, BlazeFace, YuNet, SCRFD and RetinaFace. */
package org.lynceus.inference.internal.decode.faces;
