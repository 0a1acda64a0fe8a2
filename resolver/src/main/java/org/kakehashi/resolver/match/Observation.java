package org.kakehashi.resolver.match;

/// What the ranker sees of an organization some part of a text may mean.
///
/// @param id of the organization
/// @param from first unit of the part
/// @param to unit after it
/// @param signals by ordinal of [Signal]
public record Observation(String id, int from, int to, float[] signals) {

    public boolean overlaps(Observation other) {
        return from < other.to && other.from < to;
    }
}
