package org.lynceus.rest.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The stream of a request's body, which knows whether anything is left to read. Used by one thread. */
public final class RequestBody extends InputStream {
    private static final int PAUSE_MILLIS = 5;

    /** Opens the stream of a body. */
    @FunctionalInterface
    public interface Source {
        /** Opens it; to open it is to tell a client that waits for it to go on. */
        InputStream open() throws IOException;
    }

    private final Source source;
    private final long length;
    private InputStream opened;
    private long seen;
    private boolean ended;

    /**
     * Wraps a stream.
     *
     * @param source the stream, opened when it is first read
     * @param length declared length in bytes, or −1 when only the end of the stream tells
     */
    public RequestBody(Source source, long length) {
        this.source = source;
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        boolean succeeded = false;
        try {
            int n = stream().read(target, offset, count);
            seen += Math.max(0, n);
            succeeded = n >= 0;
            return n;
        } finally {
            // A connection that broke once gives nothing any more.
            ended |= !succeeded;
        }
    }

    /** Declared length in bytes, or −1 when it comes in chunks. */
    long length() {
        return length;
    }

    /** Whether nothing is left to read. */
    boolean isFinished() {
        return ended || (length >= 0 && seen >= length);
    }

    /**
     * Reads and forgets what still arrives, so that a client that sends its whole body before it listens gets the reply
     * rather than a broken connection.
     *
     * @param most stop after this many bytes
     * @param patience stop after this long
     */
    void discard(long most, Duration patience) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long end = System.nanoTime() + patience.toNanos();
        long stop = seen + most;
        while (!isFinished() && seen < stop && System.nanoTime() < end) {
            if (stream().available() > 0) {
                read(buffer, 0, buffer.length);
            } else {
                pause();
            }
        }
    }

    private InputStream stream() throws IOException {
        if (opened == null) {
            opened = source.open();
        }
        return opened;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a request body was discarded", e);
        }
    }
}
