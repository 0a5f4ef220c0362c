package org.lynceus.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One kind of analysis of an image. Thread-safe.
 *
 * <p>A detector is an OSGi service with the property {@link #TYPE}; of several detectors of a type the highest service
 * ranking is asked. It may be replaced at any moment: let every call pass through a {@link Gate} and close that gate
 * when the component is deactivated, so that running calls end before models are closed.
 *
 * @param <O> options record
 * @param <R> result record
 */
@ConsumerType
public interface Detector<O, R> {
    /** Service property that holds the {@linkplain AnalysisType#name() name} of the analysis type. */
    String TYPE = "lynceus.type";

    /** The analysis type; its name equals the service property {@link #TYPE}. */
    AnalysisType<O, R> type();

    /**
     * Analyses an image.
     *
     * @param image open image; not closed by the detector
     * @param options what is asked for
     * @return the result; coordinates are ratios 0–1 of the upright image, confidences 0–100
     * @throws VisionException {@link VisionException.Reason#RETIRED} when the detector is being replaced, otherwise why
     *     the image cannot be analysed
     */
    R detect(Image image, O options) throws VisionException;
}
