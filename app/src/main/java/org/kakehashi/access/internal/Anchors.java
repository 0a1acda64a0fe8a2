package org.kakehashi.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.AuditAnchor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Writes heads of the chain down: in the database, and in `audit-anchors.txt` of the data folder,
/// where whoever can write the database cannot reach them.
@Component
public class Anchors {
    private static final String NAME = "audit-anchors.txt";
    private static final int KNOWN_AT_MOST = 10_000;

    private final ChainStore store;
    private final Clock clock;
    private final @Nullable Path file;
    private volatile @Nullable LocalDate today;

    Anchors(ChainStore store, Clock clock, @Value("${kakehashi.data:}") String data) {
        this.store = store;
        this.clock = clock;
        this.file = data.isBlank() ? null : Path.of(data).resolve(NAME);
    }

    /// The first head of each day.
    void daily() {
        LocalDate now = LocalDate.now(clock);
        if (now.equals(today)) {
            return;
        }
        boolean done =
                store.anchors(50).stream()
                        .anyMatch(one ->
                                one.place().equals("daily")
                                        && one.at()
                                                .atZoneSameInstant(clock.getZone())
                                                .toLocalDate()
                                                .equals(now));
        if (!done) {
            write("daily");
        }
        today = now;
    }

    /// Writes the present head down.
    public Optional<AuditAnchor> write(String place) {
        Optional<AuditAnchor> anchor =
                store.head()
                        .map(head ->
                                new AuditAnchor(
                                        head.seq(), head.hash(), OffsetDateTime.now(clock), place));
        anchor.ifPresent(one -> {
            store.insertAnchor(one);
            append(one);
        });
        return anchor;
    }

    /// All that are known: those of the database and those of the file.
    public List<AuditAnchor> known() {
        List<AuditAnchor> all = new ArrayList<>(store.anchors(KNOWN_AT_MOST));
        if (file != null && Files.exists(file)) {
            try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
                lines.map(Anchors::read).flatMap(Optional::stream).forEach(all::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /// An anchor as written: `[moment] SEQ:HASH [place]`.
    public static Optional<AuditAnchor> read(String line) {
        for (String word : line.strip().split("\\s+")) {
            if (word.matches("[1-9]\\d{0,17}:[0-9a-f]{64}")) {
                int colon = word.indexOf(':');
                return Optional.of(
                        new AuditAnchor(
                                Long.parseLong(word.substring(0, colon)),
                                word.substring(colon + 1),
                                OffsetDateTime.MIN,
                                "file"));
            }
        }
        return Optional.empty();
    }

    private void append(AuditAnchor anchor) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    "%s %s %s%n"
                            .formatted(
                                    Canonical.moment(anchor.at()), anchor.text(), anchor.place()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
