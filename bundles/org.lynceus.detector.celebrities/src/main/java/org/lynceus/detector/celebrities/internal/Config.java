package org.lynceus.detector.celebrities.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How sure celebrity recognition must be, and what it may take. */
@ObjectClassDefinition(name = "Lynceus celebrity recognition")
public @interface Config {
    /** Name of the configuration. */
    String PID = "org.lynceus.detector.celebrities";

    /** Strangers that may be named. */
    @AttributeDefinition(
            description = "Share of the people of no gallery that may be named, above 0, at most 1, whatever the number"
                    + " of people in the galleries; 0.001: one in a thousand")
    double strangers_named() default 0.001;

    /** Margin to the second-best person. */
    @AttributeDefinition(
            description = "How many times rarer a false match as near as the best person must be than one as near as"
                    + " the second-best, at least 1; 1: the best one is named however near the second is")
    double margin() default 10;

    /** Memory of all galleries. */
    @AttributeDefinition(
            description = "Memory for the people and vectors of all galleries, in MB; never more than half of the"
                    + " process's")
    int max_megabytes() default 512;
}
