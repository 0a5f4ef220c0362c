package org.lynceus.storage.s3.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/** Gives up the connection when closed before its end, rather than reading what nobody wants. */
final class AbortingStream extends FilterInputStream {
    private final ResponseInputStream<?> response;
    private long left;

    AbortingStream(ResponseInputStream<?> response, long size) {
        super(response);
        this.response = response;
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            left--;
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        left -= Math.max(0, count);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        left -= skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        if (left > 0) {
            response.abort();
        } else {
            super.close();
        }
    }
}
