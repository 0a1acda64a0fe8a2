package org.kakehashi.intake.internal;

import static org.kakehashi.schema.intake.Tables.FILES;
import static org.kakehashi.schema.intake.Tables.SHEETS;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.UploadedFile;
import org.kakehashi.intake.UploadedFile.SheetInfo;
import org.kakehashi.intake.UploadedFile.Trouble;
import org.kakehashi.intake.reading.FileReading;
import org.kakehashi.intake.reading.ReadingProblem;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.schema.intake.tables.records.FilesRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// The only class that writes uploaded files and their sheets.
@Repository
public class FileStore {
    private static final TypeReference<List<Trouble>> TROUBLES = new TypeReference<>() {};

    private final DSLContext jooq;
    private final IntakeJson json;

    FileStore(DSLContext jooq, IntakeJson json) {
        this.jooq = jooq;
        this.json = json;
    }

    public static Trouble trouble(ReadingProblem problem) {
        return new Trouble(
                problem.kind().name().toLowerCase(Locale.ROOT),
                problem.place().sheet(),
                problem.place().row(),
                problem.place().column(),
                problem.arguments());
    }

    public UUID insert(
            FileFolder.Received received, String name, @Nullable UUID unit, FileReading reading) {
        UUID id =
                jooq.insertInto(FILES)
                        .set(FILES.SHA256, received.sha256())
                        .set(FILES.NAME, name)
                        .set(FILES.BYTES, received.bytes())
                        .set(FILES.FORMAT, reading.format().name().toLowerCase(Locale.ROOT))
                        .set(FILES.ENCODING, reading.encoding())
                        .set(
                                FILES.PROBLEMS,
                                json.write(
                                        reading.problems().stream()
                                                .map(FileStore::trouble)
                                                .toList()))
                        .set(FILES.UNIT_ID, unit)
                        .set(FILES.UPLOADED_BY, CurrentUser.get().id())
                        .set(FILES.UPLOADED_BY_LOGIN, CurrentUser.get().login())
                        .returningResult(FILES.ID)
                        .fetchSingle()
                        .value1();
        for (int i = 0; i < reading.sheets().size(); i++) {
            var sheet = reading.sheets().get(i);
            jooq.insertInto(SHEETS)
                    .set(SHEETS.FILE_ID, id)
                    .set(SHEETS.POSITION, i)
                    .set(SHEETS.NAME, sheet.name().isBlank() ? stem(name) : sheet.name())
                    .set(SHEETS.HEIGHT, sheet.height())
                    .set(SHEETS.WIDTH, sheet.width())
                    .set(SHEETS.HIDDEN, sheet.hidden())
                    .execute();
        }
        return id;
    }

    /// Delimited files have no names for their one sheet.
    private static String stem(String name) {
        return name.replaceFirst("\\.[^.]{1,5}$", "");
    }

    public Optional<UUID> findByContent(String sha256, @Nullable UUID unit) {
        return jooq.select(FILES.ID)
                .from(FILES)
                .where(FILES.SHA256.eq(sha256))
                .and(FILES.UNIT_ID.isNotDistinctFrom(unit))
                .fetchOptional(FILES.ID);
    }

    public Optional<UploadedFile> find(UUID id) {
        return jooq.selectFrom(FILES).where(FILES.ID.eq(id)).fetchOptional(this::file);
    }

    private UploadedFile file(FilesRecord row) {
        List<SheetInfo> sheets =
                jooq.selectFrom(SHEETS)
                        .where(SHEETS.FILE_ID.eq(row.getId()))
                        .orderBy(SHEETS.POSITION)
                        .fetch(sheet ->
                                new SheetInfo(
                                        sheet.getId(),
                                        sheet.getPosition(),
                                        sheet.getName(),
                                        sheet.getHeight(),
                                        sheet.getWidth(),
                                        sheet.getHidden()));
        return new UploadedFile(
                row.getId(),
                row.getSha256(),
                row.getName(),
                row.getBytes(),
                row.getFormat(),
                row.getEncoding(),
                json.read(row.getProblems(), TROUBLES),
                row.getUnitId(),
                row.getUploadedByLogin(),
                row.getUploadedAt(),
                sheets);
    }
}
