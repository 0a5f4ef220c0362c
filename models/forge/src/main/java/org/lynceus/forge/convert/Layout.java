package org.lynceus.forge.convert;

/** The order of the four dimensions of an image tensor: N batch, H rows, W columns, C channels. */
public enum Layout {
    /** Channels last. */
    NHWC,
    /** Channels first. */
    NCHW
}
