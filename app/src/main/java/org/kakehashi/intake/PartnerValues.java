package org.kakehashi.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.DateText;

/// What a row of a list of partners says.
///
/// @param written the institution as in the cell
/// @param institution without unit, brackets and marks
/// @param countryWritten empty if the list does not say
/// @param country ISO 3166-1 alpha-2, null if unknown
/// @param level `university`, `department` or null
/// @param kinds codes of kinds of agreement
/// @param automaticRenewal null when the list does not say
/// @param flags peculiarities met when reading
public record PartnerValues(
        String written,
        String institution,
        List<String> otherNames,
        List<String> partnerUnits,
        List<Home> homeUnits,
        String countryWritten,
        @Nullable String country,
        @Nullable String level,
        List<String> kinds,
        DateText start,
        DateText end,
        @Nullable Boolean automaticRenewal,
        @Nullable Integer quotaIn,
        @Nullable Integer quotaOut,
        List<String> flags)
        implements ListValues {

    /// One of our units: as written, and which it is if that is known.
    public record Home(String written, @Nullable UUID unit) {}

    public PartnerValues {
        otherNames = List.copyOf(otherNames);
        partnerUnits = List.copyOf(partnerUnits);
        homeUnits = List.copyOf(homeUnits);
        kinds = List.copyOf(kinds);
        flags = List.copyOf(flags);
    }
}
