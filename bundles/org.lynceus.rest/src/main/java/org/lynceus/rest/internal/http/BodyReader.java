package org.lynceus.rest.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads request bodies into memory, never further than a limit. Thread-safe. */
final class BodyReader {
    private static final int FIRST_CHUNK = 64 * 1024;

    private final int limit;

    /**
     * Creates a reader.
     *
     * @param limit largest body in bytes
     */
    BodyReader(int limit) {
        this.limit = limit;
    }

    /**
     * Reads a whole body.
     *
     * @param body the body, not touched yet
     * @param lease grows by what the body needs
     * @throws ServiceException when the body is too large, ends early, or has no room
     */
    byte[] read(RequestBody body, BodyBudget.Lease lease) throws ServiceException {
        if (body.length() > limit) {
            throw tooLarge();
        }
        try {
            return body.length() < 0 ? readChunks(body, lease) : readDeclared(body, (int) body.length(), lease);
        } catch (IOException e) {
            throw new ServiceException(AwsErrors.serialization("The request body could not be read."), e);
        }
    }

    private static byte[] readDeclared(InputStream in, int length, BodyBudget.Lease lease)
            throws ServiceException, IOException {
        lease.grow(length);
        byte[] body = new byte[length];
        if (in.readNBytes(body, 0, length) < length) {
            throw new ServiceException(AwsErrors.serialization("The request body ends early."));
        }
        return body;
    }

    private byte[] readChunks(InputStream in, BodyBudget.Lease lease) throws ServiceException, IOException {
        lease.grow(FIRST_CHUNK);
        byte[] body = new byte[FIRST_CHUNK];
        int length = in.readNBytes(body, 0, body.length);
        while (length == body.length) {
            if (length > limit) {
                throw tooLarge();
            }
            // One byte beyond the limit tells a body that fits from one that does not.
            int more = Math.min(body.length, limit + 1 - length);
            lease.grow(more);
            body = Arrays.copyOf(body, length + more);
            length += in.readNBytes(body, length, more);
        }
        if (length > limit) {
            throw tooLarge();
        }
        return Arrays.copyOf(body, length);
    }

    private ServiceException tooLarge() {
        return new ServiceException(AwsErrors.bodyTooLarge(limit));
    }
}
