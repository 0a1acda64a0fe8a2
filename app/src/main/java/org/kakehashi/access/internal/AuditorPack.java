package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.AUDIT;
import static org.kakehashi.schema.access.Tables.AUDIT_CHAIN;
import static org.kakehashi.schema.kernel.Tables.CHANGES;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Digests;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// The whole chain as files that an auditor verifies without Kakehashi: one JSON object a line, a
/// program of the standard library of Python, and a guide in both languages. Personal values stay
/// encrypted.
@Component
public class AuditorPack {
    private static final int AT_ONCE = 500;

    private final DSLContext jooq;
    private final ChainContents contents;

    AuditorPack(DSLContext jooq, ChainContents contents) {
        this.jooq = jooq;
        this.contents = contents;
    }

    /// Within the caller's snapshot.
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        Writer writer =
                new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        entry(zip, writer, "README_ja.txt", () -> guide(writer, Locale.JAPANESE));
        entry(zip, writer, "README_en.txt", () -> guide(writer, Locale.ENGLISH));
        entry(zip, writer, "verify.py", () -> program(writer));
        entry(zip, writer, "chain.jsonl", () -> links(writer));
        entry(zip, writer, "changes.jsonl", () -> changes(writer));
        zip.finish();
    }

    private interface Part {
        void write() throws IOException;
    }

    private static void entry(ZipOutputStream zip, Writer writer, String name, Part part)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        part.write();
        writer.flush();
        zip.closeEntry();
    }

    private static void guide(Writer writer, Locale language) throws IOException {
        writer.write(Messages.text(language, "access.pack.guide").replace("\n", "\r\n"));
    }

    private static void program(Writer writer) throws IOException {
        try (var in =
                Objects.requireNonNull(
                        AuditorPack.class.getResourceAsStream("/org/kakehashi/access/verify.py"))) {
            writer.write(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void links(Writer writer) throws IOException {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(ChainContents.ENTRY);
        columns.addAll(List.of(AUDIT_CHAIN.fields()));
        try (var rows =
                jooq.select(columns)
                        .from(AUDIT_CHAIN)
                        .leftJoin(AUDIT)
                        .on(AUDIT_CHAIN.KIND.eq(Link.ENTRY).and(AUDIT.ID.eq(AUDIT_CHAIN.SUBJECT)))
                        .orderBy(AUDIT_CHAIN.SEQ)
                        .fetchSize(AT_ONCE)
                        .fetchLazy()) {
            while (rows.hasNext()) {
                var some = rows.fetchNext(AT_ONCE);
                Map<UUID, String> changes =
                        contents.changes(
                                some.stream()
                                        .filter(row ->
                                                row.get(AUDIT_CHAIN.KIND).equals(Link.CHANGES))
                                        .map(row -> row.get(AUDIT_CHAIN.SUBJECT))
                                        .toList());
                for (Record row : some) {
                    writer.write(Canonical.json(link(row, changes)) + "\n");
                }
            }
        }
    }

    private Map<String, @Nullable Object> link(Record row, Map<UUID, String> changes) {
        Map<String, @Nullable Object> link = new LinkedHashMap<>();
        link.put("seq", row.get(AUDIT_CHAIN.SEQ));
        link.put("kind", row.get(AUDIT_CHAIN.KIND));
        link.put("subject", row.get(AUDIT_CHAIN.SUBJECT));
        link.put(
                "content",
                row.get(AUDIT_CHAIN.KIND).equals(Link.CHANGES)
                        ? changes.get(row.get(AUDIT_CHAIN.SUBJECT))
                        : row.get(AUDIT.ID) == null ? null : contents.entry(row));
        link.put("content_sha256", Digests.hex(row.get(AUDIT_CHAIN.CONTENT_HASH)));
        link.put("hash", Digests.hex(row.get(AUDIT_CHAIN.HASH)));
        link.put("sealed_at", row.get(AUDIT_CHAIN.SEALED_AT));
        return link;
    }

    private void changes(Writer writer) {
        try (var rows =
                jooq.selectFrom(CHANGES).orderBy(CHANGES.ID).fetchSize(AT_ONCE).fetchLazy()) {
            while (rows.hasNext()) {
                for (var row : rows.fetchNext(AT_ONCE)) {
                    Map<String, @Nullable Object> change = new LinkedHashMap<>();
                    change.put("id", row.getId());
                    change.put("transaction", row.getTransactionId());
                    change.put("table", row.getPlace());
                    change.put("operation", row.getOperation());
                    change.put("record", row.getRecordId());
                    change.put("at", row.getAt());
                    change.put("digest", Digests.hex(row.getDigest()));
                    writer.write(Canonical.json(change) + "\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
