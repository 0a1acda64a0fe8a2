package org.kakehashi.resolver.ror;

/// What a release may cost at most; outside data is hostile.
///
/// @param unpackedBytes of the JSON file
/// @param recordBytes of one record
/// @param ratio of unpacked to packed bytes, looked at beyond the first 64 MB
public record RorLimits(long unpackedBytes, int recordBytes, int ratio) {

    /// Ten times what releases needed in 2026.
    public static RorLimits standard() {
        return new RorLimits(4L << 30, 4 << 20, 200);
    }
}
