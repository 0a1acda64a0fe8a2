package org.kakehashi.document.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.document.DocumentsPart;
import org.kakehashi.ui.view.Choice;

/// The documents of one record, and the form to add one.
///
/// @param problem why the file was not taken
public record RecordPage(
        DocumentOwner.Owner owner,
        DocumentsPart part,
        DetailsForm form,
        Choices choices,
        List<Choice> templates,
        long megabytes,
        @Nullable String problem) {

    /// What the fields offer.
    public record Choices(List<Choice> kinds, List<Choice> languages, List<Choice> retention) {}
}
