package org.kakehashi.intake.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.ListContext;
import org.kakehashi.intake.ListRow;
import org.kakehashi.intake.ListTarget;
import org.kakehashi.intake.ListTarget.Stored;
import org.kakehashi.intake.ListTarget.Taken;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Compares the rows of an import with what is stored, stores those that were taken, and takes it
/// all back. Its callers are in a transaction.
@Component
public class Comparing {
    private final ObjectProvider<ListTarget> targets;
    private final RowStore rows;
    private final SourceStore sources;

    Comparing(ObjectProvider<ListTarget> targets, RowStore rows, SourceStore sources) {
        this.targets = targets;
        this.rows = rows;
        this.sources = sources;
    }

    public ListTarget target(String kind) {
        return targets.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow(() ->
                        KakehashiException.invalid("intake.problem.kind", Map.of("kind", kind)));
    }

    public List<String> kinds() {
        return targets.stream().map(ListTarget::kind).sorted().toList();
    }

    public ListContext context(Import one, Set<UUID> earlier) {
        return new ListContext(
                one.unit(),
                one.asOf(),
                one.name(),
                earlier,
                one.fileName() + " · " + one.sheetName());
    }

    /// Compares all rows and notes what is missing; answers the counts.
    public Map<String, Integer> compare(Import one, Progress progress) {
        ListTarget target = target(one.kind());
        Set<UUID> earlier = sources.subjects(one.previous(), target.subjectKind());
        ListContext context = context(one, earlier);
        boolean figures = !one.hasInstitutions();
        long[] done = {0};
        rows.forEachGroup(
                one.id(),
                figures,
                some -> {
                    rows.setCompared(some, target.compare(context, some), target.subjectKind());
                    done[0] += some.size();
                    progress.tell(done[0], one.count("read"));
                });
        missing(one, target);
        return rows.counts(one.id());
    }

    private void missing(Import one, ListTarget target) {
        sources.clearMissing(one.id());
        UUID previous = one.previous();
        if (previous == null) {
            return;
        }
        sources.noteMissing(one.id(), previous, target.subjectKind());
        Set<UUID> noted = new HashSet<>();
        sources.missing(one.id(), 0, Integer.MAX_VALUE).forEach(gone -> noted.add(gone.subject()));
        if (!noted.isEmpty()) {
            sources.removeMissing(one.id(), target.subjects(noted).keySet());
        }
    }

    /// Stores what was taken; answers how many records were created, changed, confirmed and closed.
    public Map<String, Integer> store(Import one, Progress progress) {
        ListTarget target = target(one.kind());
        ListContext context = context(one, Set.of());
        Map<String, Integer> counts = new HashMap<>(rows.counts(one.id()));
        int total = counts.getOrDefault("taken.new", 0) + counts.getOrDefault("taken.changed", 0);
        int[] done = {0};
        for (String state : List.of("changed", "new")) {
            rows.forEachTaken(
                    one.id(),
                    state,
                    !one.hasInstitutions(),
                    (some, subjects) -> {
                        apply(one.id(), target, context, some, subjects);
                        done[0] += some.size();
                        progress.tell(done[0], total);
                    });
        }
        sources.confirmed(one.id());
        List<UUID> closing = sources.toClose(one.id());
        if (!closing.isEmpty()) {
            sources.closed(one.id(), target.subjectKind(), target.close(context, closing));
        }
        counts.put("created", counts.getOrDefault("taken.new", 0));
        counts.put("updated", counts.getOrDefault("taken.changed", 0));
        counts.put("closed", closing.size());
        return counts;
    }

    private void apply(
            UUID importId,
            ListTarget target,
            ListContext context,
            List<ListRow> some,
            Map<UUID, UUID> subjects) {
        List<Stored> stored =
                target.apply(
                        context,
                        some.stream().map(row -> new Taken(row, subjects.get(row.id()))).toList());
        List<UUID> ids = some.stream().map(ListRow::id).toList();
        rows.setSubjects(ids, stored.stream().map(Stored::subject).toList());
        sources.stored(importId, target.subjectKind(), ids, stored);
    }

    /// Takes back what the import did.
    public void undo(Import one) {
        sources.dependent(one.id())
                .ifPresent(file -> {
                    throw new KakehashiException(
                            KakehashiException.Kind.CONFLICT,
                            "intake.undo.dependent",
                            Map.of("file", file));
                });
        ListTarget target = target(one.kind());
        target.undo(sources.deeds(one.id()), one.fileName());
        sources.forget(one.id());
    }
}
