package org.lynceus.rekognition.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An instant: seconds since 1970-01-01T00:00Z as a JSON number with a fraction. The double that carries it resolves
 * microseconds for a while to come; within the years 0 to 9999.
 */
public final class TimestampShape implements Shape {
    private static final double EARLIEST = -62_167_219_200.0;
    private static final double LATEST = 253_402_300_799.0;

    @Override
    public Object read(JsonInput in) throws IOException {
        in.requireNumber();
        double number = in.parser().getDoubleValue();
        if (!(number >= EARLIEST && number <= LATEST)) {
            throw new MismatchException("a timestamp out of range");
        }
        BigDecimal seconds = BigDecimal.valueOf(number);
        long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
        return Instant.ofEpochSecond(seconds.longValue(), nanos);
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        Instant instant = (Instant) value;
        BigDecimal seconds = BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
        out.writeNumber(Double.toString(seconds.doubleValue()));
    }

    @Override
    public void check(Object value, Checker checker) {
        // the model constrains no timestamp
    }
}
