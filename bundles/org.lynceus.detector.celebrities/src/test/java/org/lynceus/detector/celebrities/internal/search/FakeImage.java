package org.lynceus.detector.celebrities.internal.search;

import org.lynceus.api.Image;
import org.lynceus.api.Pixels;

/** A picture without pixels. */
public record FakeImage(int width, int height) implements Image {
    @Override
    public boolean oriented() {
        return false;
    }

    @Override
    public Pixels pixels(int minLongSide) {
        throw new UnsupportedOperationException("nobody looks at it");
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
