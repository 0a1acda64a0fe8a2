package org.kakehashi.intake.reading;

/// How much of a file is read at most; configuration may change every number.
///
/// @param bytes size of the file as uploaded
/// @param unpackedBytes size of all parts of an xlsx or ods together when unpacked
/// @param cells filled cells in all sheets together
/// @param textLength characters in one cell; the rest is cut off
public record ReadingLimits(
        long bytes,
        long unpackedBytes,
        int sheets,
        int rows,
        int columns,
        int cells,
        int textLength) {

    private static final long MEBIBYTE = 1 << 20;

    public static ReadingLimits usual() {
        return new ReadingLimits(
                50 * MEBIBYTE, 500 * MEBIBYTE, 50, 200_000, 500, 4_000_000, 10_000);
    }
}
