package org.lynceus.detector.faces.internal.attributes.net;

/** Means over parts of an upright face in a map of 14 rows, 14 columns and 512 channels, the channels innermost. */
final class MapBands {
    /** Numbers of a map. */
    static final int MAP = 14 * 14 * 512;

    /** Numbers of its bands. */
    static final int LENGTH = 6 * 512;

    private static final int SIDE = 14;
    private static final int CHANNELS = 512;
    private static final int BANDS = 6;
    private static final int FIRST_ROW = 2;
    private static final int ROWS = 2;
    private static final int FIRST_COLUMN = 4;
    private static final int COLUMNS = 6;

    private MapBands() {}

    /**
     * Of six bands, the mean of each channel over their 12 cells: band b is rows 2 + 2b and 3 + 2b, columns 4–9.
     *
     * @param map the channels innermost
     * @return 512 channels of the first band, then those of the second, and so on
     */
    static float[] means(float[] map) {
        float[] means = new float[LENGTH];
        for (int band = 0; band < BANDS; band++) {
            for (int cell = 0; cell < ROWS * COLUMNS; cell++) {
                int row = FIRST_ROW + band * ROWS + cell / COLUMNS;
                int column = FIRST_COLUMN + cell % COLUMNS;
                int from = (row * SIDE + column) * CHANNELS;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    means[band * CHANNELS + channel] += map[from + channel] / (ROWS * COLUMNS);
                }
            }
        }
        return means;
    }
}
