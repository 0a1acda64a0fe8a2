package org.kakehashi.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Recognised.Reason;

/// A line of a list and what it means.
///
/// @param position row in the list, from 1
/// @param cells the whole row as it came
/// @param country ISO code of the country stated, null when none is or it cannot be read
/// @param certainty `certain`, `suggested`, `none`; null until looked at
/// @param organization what it means: decided by a person, or certain
/// @param rest the department part, an address
/// @param others further organizations the text names
/// @param decision `organization`, `none`, `later` by a person; null when nobody decided
public record BatchLine(
        int position,
        List<String> cells,
        String text,
        @Nullable String country,
        String countryWritten,
        @Nullable String certainty,
        @Nullable OrganizationRef organization,
        @Nullable Double score,
        String rest,
        List<Choice> candidates,
        List<Other> others,
        @Nullable String decision,
        boolean remembered,
        @Nullable String decidedBy) {

    /// An organization it may mean.
    public record Choice(UUID id, double score, List<Reason> reasons) {
        public Choice {
            reasons = List.copyOf(reasons);
        }
    }

    /// A further organization the text names.
    ///
    /// @param certain whether it may be taken without a person
    public record Other(OrganizationRef organization, boolean certain) {}

    /// Every organization that is decided or certain, the principal one first.
    public List<OrganizationRef> all() {
        List<OrganizationRef> all = new ArrayList<>();
        if (organization != null) {
            all.add(organization);
        }
        others.stream().filter(Other::certain).map(Other::organization).forEach(all::add);
        return all;
    }

    /// The standing in one word: `decided`, `none`, `later`, `certain`, `suggested`, `unknown`.
    public String standing() {
        if (decision != null) {
            return decision.equals("organization") ? "decided" : decision;
        }
        return certainty == null || certainty.equals("none") ? "unknown" : certainty;
    }
}
