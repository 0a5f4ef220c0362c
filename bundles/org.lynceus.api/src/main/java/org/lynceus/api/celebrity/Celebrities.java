package org.lynceus.api.celebrity;

import org.lynceus.api.AnalysisType;

/** Celebrity recognition as a type. */
public final class Celebrities {
    /** Finds faces and names those of people of the installed galleries. */
    public static final AnalysisType<CelebrityOptions, CelebrityResult> TYPE =
            new AnalysisType<>("celebrities", CelebrityOptions.class, CelebrityResult.class);

    private Celebrities() {}
}
