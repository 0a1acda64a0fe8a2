package org.kakehashi.intake;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.internal.Comparing;
import org.kakehashi.intake.internal.RowStore;
import org.kakehashi.intake.internal.SourceStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an import would do, row by row, and which of it a person wants.
@Service
public class Review {
    private static final Set<String> STATES = Set.of("new", "changed");

    private final Imports imports;
    private final RowStore rows;
    private final SourceStore sources;
    private final Comparing comparing;

    Review(Imports imports, RowStore rows, SourceStore sources, Comparing comparing) {
        this.imports = imports;
        this.rows = rows;
        this.sources = sources;
        this.comparing = comparing;
    }

    /// A record of an earlier list that this one does not have.
    ///
    /// @param closed whether it is to be ended
    public record Gone(
            UUID id,
            String label,
            @Nullable String href,
            @Nullable UUID earlierRow,
            boolean closed) {}

    /// Rows by state, with `taken.<state>` for those to be stored, and `missing`.
    @Transactional(readOnly = true)
    public Map<String, Integer> counts(Import one) {
        return rows.counts(one.id());
    }

    /// @param state null for all rows
    @Transactional(readOnly = true)
    public List<RowView> page(Import one, @Nullable String state, long offset, int limit) {
        return rows.page(one.id(), state, !one.hasInstitutions(), offset, limit);
    }

    /// Where the records that rows are about are shown.
    @Transactional(readOnly = true)
    public Map<UUID, ListTarget.Subject> subjects(Import one, List<RowView> shown) {
        Set<UUID> ids =
                shown.stream()
                        .map(RowView::subject)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : comparing.target(one.kind()).subjects(ids);
    }

    @Transactional(readOnly = true)
    public List<Gone> missing(Import one, long offset, int limit) {
        var gone = sources.missing(one.id(), offset, limit);
        var subjects =
                gone.isEmpty()
                        ? Map.<UUID, ListTarget.Subject>of()
                        : comparing
                                .target(one.kind())
                                .subjects(gone.stream().map(SourceStore.Gone::subject).toList());
        return gone.stream()
                .map(found -> {
                    var subject = subjects.get(found.subject());
                    return new Gone(
                            found.id(),
                            subject == null ? found.label() : subject.label(),
                            subject == null ? null : subject.href(),
                            found.earlierRow(),
                            found.closed());
                })
                .toList();
    }

    public boolean closes(Import one) {
        return comparing.target(one.kind()).closes();
    }

    /// Takes or leaves rows; without ids all of that state.
    @Transactional
    public void take(UUID importId, String state, @Nullable List<UUID> ids, boolean taken) {
        imports.changeable(importId);
        if (STATES.contains(state)) {
            rows.take(importId, state, ids, taken);
        } else if (state.equals("missing")) {
            sources.setClosed(importId, ids, taken);
        }
    }

    /// A row as read, with the import it belongs to.
    @Transactional(readOnly = true)
    public RowView row(UUID id) {
        RowView row = rows.find(id).orElseThrow(org.kakehashi.kernel.KakehashiException::notFound);
        imports.get(row.importId());
        return row;
    }
}
