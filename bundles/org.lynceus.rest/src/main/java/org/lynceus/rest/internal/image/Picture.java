package org.lynceus.rest.internal.image;

import org.lynceus.api.Image;
import org.lynceus.rest.internal.http.BodyBudget;

/**
 * An open picture of a request, and the room that its file takes.
 *
 * @param image the picture
 * @param room given back when the picture is closed
 */
public record Picture(Image image, BodyBudget.Lease room) implements AutoCloseable {
    @Override
    public void close() {
        try (room) {
            image.close();
        }
    }
}
