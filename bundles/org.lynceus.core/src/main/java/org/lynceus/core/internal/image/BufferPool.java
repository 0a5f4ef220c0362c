package org.lynceus.core.internal.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.opencv.DirectMemory;

/** Direct buffers that are used again, which saves clearing and mapping fresh memory for each picture. Thread-safe. */
final class BufferPool implements AutoCloseable {
    private static final int GRANULE = 1 << 16;
    /** A buffer is handed out for a need that is at least this share of it. */
    private static final int WASTE = 2;

    private final long maxIdle;
    private final List<ByteBuffer> idle = new ArrayList<>();
    private long idleBytes;
    private boolean closed;

    /**
     * Creates an empty pool.
     *
     * @param maxIdle bytes that unused buffers may keep together
     */
    BufferPool(long maxIdle) {
        this.maxIdle = maxIdle;
    }

    /** Gives a buffer of at least so many bytes, with any content. */
    ByteBuffer take(int bytes) {
        ByteBuffer buffer = takeIdle(bytes);
        if (buffer != null) {
            return buffer;
        }
        long rounded = ((long) bytes + GRANULE - 1) / GRANULE * GRANULE;
        return ByteBuffer.allocateDirect((int) Math.min(rounded, Integer.MAX_VALUE));
    }

    /** Takes a buffer back, which its user must not touch any more. */
    void give(ByteBuffer buffer) {
        synchronized (this) {
            if (!closed && idleBytes + buffer.capacity() <= maxIdle) {
                idle.add(buffer);
                idleBytes += buffer.capacity();
                return;
            }
        }
        DirectMemory.free(buffer);
    }

    /** Bytes of unused buffers. */
    synchronized long idleBytes() {
        return idleBytes;
    }

    /** Frees what is unused; buffers that come back later are freed at once. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(DirectMemory::free);
        idle.clear();
        idleBytes = 0;
    }

    private synchronized ByteBuffer takeIdle(int bytes) {
        ByteBuffer best = null;
        for (ByteBuffer buffer : idle) {
            boolean suits = buffer.capacity() >= bytes && buffer.capacity() / WASTE <= bytes;
            if (suits && (best == null || buffer.capacity() < best.capacity())) {
                best = buffer;
            }
        }
        if (best != null) {
            ByteBuffer found = best;
            idle.removeIf(buffer -> buffer == found);
            idleBytes -= best.capacity();
        }
        return best;
    }
}
