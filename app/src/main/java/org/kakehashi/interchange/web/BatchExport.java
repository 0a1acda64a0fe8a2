package org.kakehashi.interchange.web;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.interchange.Batch;
import org.kakehashi.interchange.BatchLine;
import org.kakehashi.interchange.BatchTable;
import org.kakehashi.interchange.Batches;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.springframework.stereotype.Component;

/// A list with what its lines mean, as a file.
@Component
class BatchExport {
    private final Batches batches;
    private final Organizations organizations;
    private final Clock clock;

    BatchExport(Batches batches, Organizations organizations, Clock clock) {
        this.batches = batches;
        this.organizations = organizations;
        this.clock = clock;
    }

    TableExport<BatchLine> table(Batch batch, Locale locale) {
        List<BatchLine> lines = batches.page(batch, "all", 0, Batches.MOST_ROWS);
        List<String> head = batch.headed() ? batches.head(batch, 1).getFirst().cells() : List.of();
        int width = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        Map<UUID, OrganizationRef> candidates =
                new HashMap<>(
                        organizations.find(
                                lines.stream()
                                        .filter(line -> line.organization() == null)
                                        .flatMap(line -> line.candidates().stream())
                                        .map(BatchLine.Choice::id)
                                        .collect(Collectors.toSet())));
        return new TableExport<>(
                batch.name(),
                BatchTable.columns(head, width, candidates, locale),
                lines.stream(),
                new ExportNote(
                        Messages.text(locale, "interchange.batches"),
                        batch.name(),
                        batch.registry().isEmpty() ? null : "ROR " + batch.registry(),
                        Page.user().login(),
                        Instant.now(clock),
                        Page.demonstration()),
                locale);
    }
}
