package org.kakehashi.person.web;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.person.Duplicates;
import org.kakehashi.person.Person;
import org.kakehashi.person.Sensitive;

/// What the page of a person shows.
///
/// @param sensitive null unless it was asked for just now
/// @param units names of the units concerned
/// @param into the record that took this one's place
public record PersonPage(
        Person person,
        List<String> units,
        @Nullable Person into,
        List<Duplicates.Merged> merged,
        List<Section> sections,
        @Nullable Sensitive sensitive,
        Rights rights,
        Map<String, String> problems) {
    /// A part another room contributes.
    public record Section(String id, String title, Content content) {}

    /// What the person acting may do.
    public record Rights(
            boolean edit, boolean sensitive, boolean merge, boolean export, boolean erase) {}
}
