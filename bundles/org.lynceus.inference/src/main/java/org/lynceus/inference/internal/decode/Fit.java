package org.lynceus.inference.internal.decode;

/** How a picture is brought to the size of a graph's input. */
public enum Fit {
    /** The whole picture, without keeping its aspect. */
    STRETCH {
        @Override
        Placement place(Size picture, Size input, double keep) {
            return new Placement(picture, input, Area.of(picture), Area.of(input));
        }
    },
    /** The whole picture in the middle of the input, a border around it. */
    LETTERBOX {
        @Override
        Placement place(Size picture, Size input, double keep) {
            Size inner = picture.within(input);
            Area middle = inner.at((input.width() - inner.width()) / 2, (input.height() - inner.height()) / 2);
            return new Placement(picture, input, Area.of(picture), middle);
        }
    },
    /** The whole picture at the top left of the input, a border at the right or below. */
    LETTERBOX_CORNER {
        @Override
        Placement place(Size picture, Size input, double keep) {
            return new Placement(
                    picture, input, Area.of(picture), picture.within(input).at(0, 0));
        }
    },
    /** The middle of the picture, as large as the input's aspect allows. */
    CROP {
        @Override
        Placement place(Size picture, Size input, double keep) {
            double scale = keep
                    * Math.min((double) picture.width() / input.width(), (double) picture.height() / input.height());
            Size part = input.times(scale, picture);
            Area middle = part.at((picture.width() - part.width()) / 2, (picture.height() - part.height()) / 2);
            return new Placement(picture, input, middle, Area.of(input));
        }
    };

    /**
     * Finds which part of the picture comes where.
     *
     * @param picture its size
     * @param input its size
     * @param keep share of the largest possible part that {@link #CROP} keeps, above 0 and at most 1
     */
    abstract Placement place(Size picture, Size input, double keep);

    /**
     * Columns and rows.
     *
     * @param width at least 1
     * @param height at least 1
     */
    record Size(int width, int height) {
        /** The largest size of this aspect within another. */
        Size within(Size bounds) {
            return times(Math.min((double) bounds.width / width, (double) bounds.height / height), bounds);
        }

        /** Scaled, rounded to whole pixels, at least 1 and at most as large as another. */
        Size times(double scale, Size most) {
            return new Size(round(width * scale, most.width), round(height * scale, most.height));
        }

        Area at(int x, int y) {
            return new Area(x, y, width, height);
        }

        private static int round(double value, int most) {
            return (int) Math.max(1, Math.min(most, Math.round(value)));
        }
    }

    /** A rectangle of whole pixels. */
    record Area(int x, int y, int width, int height) {
        static Area of(Size size) {
            return new Area(0, 0, size.width, size.height);
        }
    }

    /**
     * Which part of a picture comes where.
     *
     * @param picture its size
     * @param input its size
     * @param from part of the picture
     * @param to part of the input that shows it; the rest of the input is border
     */
    record Placement(Size picture, Size input, Area from, Area to) {
        /** What the input shows. */
        Frame frame() {
            double stepX = (double) from.width / to.width;
            double stepY = (double) from.height / to.height;
            double left = from.x - to.x * stepX;
            double top = from.y - to.y * stepY;
            return new Frame(
                    input.width,
                    input.height,
                    left / picture.width,
                    top / picture.height,
                    (left + input.width * stepX) / picture.width,
                    (top + input.height * stepY) / picture.height,
                    picture.width,
                    picture.height);
        }

        /** Whether a border is left. */
        boolean bordered() {
            return to.width < input.width || to.height < input.height;
        }
    }
}
