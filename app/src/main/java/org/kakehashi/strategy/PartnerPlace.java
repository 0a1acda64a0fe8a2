package org.kakehashi.strategy;

import java.util.UUID;

/// A partner institution on the map, with how many agreements it has.
///
/// @param latitude degrees north
/// @param longitude degrees east
public record PartnerPlace(
        UUID organization, String name, double latitude, double longitude, long agreements) {}
