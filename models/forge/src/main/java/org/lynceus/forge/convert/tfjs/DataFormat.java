package org.lynceus.forge.convert.tfjs;

import java.util.List;
import java.util.Locale;
import org.lynceus.forge.ForgeException;

/** Where the channels of an image tensor are. */
enum DataFormat {
    /** Batch, rows, columns, channels. */
    CHANNELS_LAST,
    /** Batch, channels, rows, columns. */
    CHANNELS_FIRST;

    /**
     * Reads a format.
     *
     * @param name {@code NHWC}, {@code NCHW}, {@code channels_last} or {@code channels_first}
     * @return the format
     * @throws ForgeException when it is another one
     */
    static DataFormat of(String name) throws ForgeException {
        return switch (name.toUpperCase(Locale.ROOT).replace("_", "")) {
            case "NHWC", "CHANNELSLAST" -> CHANNELS_LAST;
            case "NCHW", "CHANNELSFIRST" -> CHANNELS_FIRST;
            default -> throw new ForgeException("the data format " + name + " has no conversion");
        };
    }

    int channelAxis() {
        return this == CHANNELS_LAST ? 3 : 1;
    }

    int rowAxis() {
        return this == CHANNELS_LAST ? 1 : 2;
    }

    /** The order that puts the channels first. */
    Permutation toChannelsFirst() {
        return this == CHANNELS_LAST ? Permutation.CHANNELS_FIRST : Permutation.identity(4);
    }

    /** The dimensions of an image tensor. */
    List<Long> dims(long batch, long channels, long rows, long columns) {
        return this == CHANNELS_LAST
                ? List.of(batch, rows, columns, channels)
                : List.of(batch, channels, rows, columns);
    }

    long channels(Value image) {
        return image.dims().get(channelAxis());
    }

    /** Rows and columns. */
    long[] size(Value image) throws ForgeException {
        if (image.rank() != 4) {
            throw new ForgeException(image + " is no image: four dimensions were expected");
        }
        return new long[] {image.dims().get(rowAxis()), image.dims().get(rowAxis() + 1)};
    }

    /** One dimension for each channel, so that a list of one value per channel broadcasts against an image. */
    List<Long> perChannel(long channels) {
        return this == CHANNELS_LAST ? List.of(channels) : List.of(channels, 1L, 1L);
    }
}
