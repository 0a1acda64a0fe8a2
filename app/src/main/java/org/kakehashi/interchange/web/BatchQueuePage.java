package org.kakehashi.interchange.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.interchange.Batch;
import org.kakehashi.interchange.BatchLine;
import org.kakehashi.interchange.Batches.Counts;
import org.kakehashi.interchange.Batches.Spelling;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.ui.Text;

/// The queue of what is open in a list.
///
/// @param remembers decisions become aliases
/// @param sought words that did not single an organization out
public record BatchQueuePage(
        Batch batch,
        Counts counts,
        List<Spelling> open,
        @Nullable BatchLine current,
        Map<UUID, OrganizationRef> candidates,
        boolean remembers,
        @Nullable String sought) {

    public String href(BatchLine line) {
        return batch.href() + "/queue?line=" + line.position();
    }

    /// The spelling beside the present one in the queue.
    public @Nullable BatchLine beside(int step) {
        for (int i = 0; i < open.size(); i++) {
            if (current != null && open.get(i).first().position() == current.position()) {
                int at = i + step;
                return at < 0 || at >= open.size() ? null : open.get(at).first();
            }
        }
        return null;
    }

    public static List<String> reasons(BatchLine.Choice choice) {
        return choice.reasons().stream().map(reason -> reason.text(Text.locale())).toList();
    }
}
