package org.kakehashi.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.intake.UploadedFile.Trouble;
import org.kakehashi.intake.internal.FileFolder;
import org.kakehashi.intake.internal.FileStore;
import org.kakehashi.intake.internal.SheetReader;
import org.kakehashi.intake.reading.FileReading;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Files come in: sniffed, read within limits, kept by their content. A file that cannot be read is
/// not kept; why is said in words.
@Service
public class Uploads {
    private static final String USE = "intake.use";

    /// What became of an upload.
    ///
    /// @param file null if nothing of it can be used
    /// @param known whether the same content was there before, under whatever name
    public record Received(
            String name, @Nullable UUID file, boolean known, List<Trouble> problems) {}

    private final FileFolder folder;
    private final FileStore store;
    private final SheetReader reader;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Uploads(
            FileFolder folder,
            FileStore store,
            SheetReader reader,
            Access access,
            Audit audit,
            TransactionTemplate transaction) {
        this.folder = folder;
        this.store = store;
        this.reader = reader;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// The largest file taken, in bytes.
    public long largest() {
        return reader.limits().bytes();
    }

    public Received receive(String written, InputStream content, @Nullable UUID unit) {
        requireUse(unit);
        String name = shortened(written);
        try (FileFolder.Received received = folder.receive(content)) {
            var known = store.findByContent(received.sha256(), unit);
            if (known.isPresent()) {
                UploadedFile file = get(known.get());
                return new Received(name, file.id(), true, file.problems());
            }
            FileReading reading = reader.read(received.path(), name, received.sha256());
            List<Trouble> problems = reading.problems().stream().map(FileStore::trouble).toList();
            if (reading.isRefused() || reading.sheets().isEmpty()) {
                return new Received(name, null, false, problems);
            }
            received.keep();
            UUID id = transaction.execute(status -> keep(received, name, unit, reading));
            return new Received(name, id, false, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID keep(
            FileFolder.Received received, String name, @Nullable UUID unit, FileReading reading) {
        UUID id = store.insert(received, name, unit, reading);
        audit.record(
                "intake.uploaded", "file", id, Map.of("name", name, "sha256", received.sha256()));
        return id;
    }

    private static String shortened(String name) {
        String bare = name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return bare.isEmpty() ? "?" : bare.substring(0, Math.min(bare.length(), 200));
    }

    public UploadedFile get(UUID id) {
        UploadedFile file = store.find(id).orElseThrow(KakehashiException::notFound);
        UUID unit = file.unit();
        access.require("intake.read", unit == null ? List.of() : List.of(unit));
        return file;
    }

    /// The first rows of a sheet as written.
    public Sheet head(UploadedFile file, int position, int rows) {
        return head(reader.sheet(file, position), rows);
    }

    public static Sheet head(Sheet sheet, int rows) {
        return sheet.height() <= rows
                ? sheet
                : new Sheet(
                        sheet.name(),
                        sheet.rows().subList(0, rows),
                        sheet.merges().stream().filter(one -> one.firstRow() <= rows).toList(),
                        sheet.hidden());
    }

    /// The file as it was uploaded.
    public InputStream content(UUID id) {
        return folder.open(get(id).sha256());
    }

    private void requireUse(@Nullable UUID unit) {
        access.require(USE, unit == null ? List.of() : List.of(unit));
    }
}
