package org.kakehashi.resolver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an installation adds to a registry.
///
/// @param organizations local organizations; one with the identifier of a registry organization
///   takes its place, so it must carry that organization's names too
/// @param decisions what people decided; they beat every rule
public record Overlay(List<Entry> organizations, List<Confirmed> decisions) {

    public Overlay {
        organizations = List.copyOf(organizations);
        decisions = List.copyOf(decisions);
    }

    /// A person's decision about a text.
    ///
    /// @param country the decision holds only where this country is stated; null: everywhere
    /// @param id the organization meant; null: none in the registry
    public record Confirmed(String text, @Nullable String country, @Nullable String id) {}
}
