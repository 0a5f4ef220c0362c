package org.lynceus.detector.celebrities.internal.portrait;

/** What an analysis of a portrait is asked for: nothing can be chosen. */
public record PortraitOptions() {}
