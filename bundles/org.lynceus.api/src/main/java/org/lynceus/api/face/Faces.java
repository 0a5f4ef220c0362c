package org.lynceus.api.face;

import org.lynceus.api.AnalysisType;

/** Face analysis as a type. */
public final class Faces {
    /** Finds faces and, where asked for, their attributes. */
    public static final AnalysisType<FaceOptions, FaceResult> TYPE =
            new AnalysisType<>("faces", FaceOptions.class, FaceResult.class);

    private Faces() {}
}
