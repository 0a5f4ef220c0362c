package org.lynceus.encoder.faces.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.model.api.ModelInfo;

/**
 * How seldom the faces of two different people reach a cosine: measured points, between which the logarithm of the rate is
 * linear in the cosine. Beyond the points the first and the last line go on. The points belong to the encoder.
 *
 * @param points at least two, from the lowest cosine to the highest
 */
record FalseMatchRates(List<Point> points) {
    /** Model property that holds {@link #points}: {@code 1e-3:0.7231, 1e-4:0.7537}, rates before cosines. */
    static final String RATES = "false.match.rates";

    /**
     * A measured point.
     *
     * @param cosine of two vectors
     * @param exponent common logarithm of the share of the pairs of different people that reach it
     */
    record Point(double cosine, double exponent) {}

    FalseMatchRates {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException(RATES + " has two points or more");
        }
        for (int i = 1; i < points.size(); i++) {
            Point before = points.get(i - 1);
            Point after = points.get(i);
            if (!(after.cosine() > before.cosine() && after.exponent() < before.exponent())) {
                throw new IllegalArgumentException(
                        RATES + " go from high rates and low cosines to low rates and high cosines");
            }
        }
    }

    /**
     * Reads the points of a model.
     *
     * @param prefix begins the name of the property
     * @return empty when the model has none
     * @throws IllegalArgumentException when they make no sense
     */
    static Optional<FalseMatchRates> of(ModelInfo info, String prefix) {
        return info.property(prefix + RATES).map(FalseMatchRates::parse);
    }

    private static FalseMatchRates parse(String text) {
        List<Point> points = new ArrayList<>();
        for (String pair : text.split(",")) {
            String[] parts = pair.split(":", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException(RATES + " are pairs such as 1e-3:0.72, not '" + pair.strip() + "'");
            }
            double rate = number(parts[0]);
            double cosine = number(parts[1]);
            if (!(rate > 0 && rate <= 1 && cosine >= -1 && cosine <= 1)) {
                throw new IllegalArgumentException(
                        RATES + " are rates up to 1 and cosines, not '" + pair.strip() + "'");
            }
            points.add(new Point(cosine, Math.log10(rate)));
        }
        return new FalseMatchRates(points);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(RATES + " has '" + text.strip() + "' where a number belongs", e);
        }
    }

    /**
     * Rate of a distance.
     *
     * @param distance of two vectors of length 1, Euclidean, 0–2
     * @return 0–1
     */
    double at(double distance) {
        double cosine = 1 - distance * distance / 2;
        int next = 1;
        while (next < points.size() - 1 && points.get(next).cosine() < cosine) {
            next++;
        }
        Point low = points.get(next - 1);
        Point high = points.get(next);
        double slope = (high.exponent() - low.exponent()) / (high.cosine() - low.cosine());
        return Math.min(1, Math.pow(10, low.exponent() + slope * (cosine - low.cosine())));
    }
}
