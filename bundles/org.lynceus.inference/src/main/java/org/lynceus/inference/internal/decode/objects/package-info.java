/** Decoders of object detectors: YOLO, DETR, EfficientDet, SSD and NanoDet families. */
package org.lynceus.inference.internal.decode.objects;
