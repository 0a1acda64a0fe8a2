package org.kakehashi.intake.internal;

import static org.kakehashi.schema.intake.Tables.FILES;
import static org.kakehashi.schema.intake.Tables.IMPORTS;
import static org.kakehashi.schema.intake.Tables.QUESTIONS;
import static org.kakehashi.schema.intake.Tables.SHEETS;
import static org.kakehashi.schema.intake.Tables.SPELLINGS;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.Import.Step;
import org.kakehashi.intake.Imports.Waiting;
import org.kakehashi.intake.understanding.Layout;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// The only class that writes imports.
@Repository
public class ImportStore {
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final DSLContext jooq;
    private final IntakeJson json;

    ImportStore(DSLContext jooq, IntakeJson json) {
        this.jooq = jooq;
        this.json = json;
    }

    /// What a person sets for a whole list.
    public record Settings(
            String kind,
            @Nullable UUID unit,
            String name,
            DateText asOf,
            @Nullable UUID previous) {}

    public UUID insert(
            UUID file, UUID sheet, Settings settings, Layout layout, @Nullable UUID profile) {
        return jooq.insertInto(IMPORTS)
                .set(IMPORTS.FILE_ID, file)
                .set(IMPORTS.SHEET_ID, sheet)
                .set(settings(settings))
                .set(IMPORTS.LAYOUT, json.write(layout))
                .set(IMPORTS.FINGERPRINT, layout.fingerprint())
                .set(IMPORTS.PROFILE_ID, profile)
                .set(IMPORTS.CREATED_BY, CurrentUser.get().id())
                .set(IMPORTS.CREATED_BY_LOGIN, CurrentUser.get().login())
                .returningResult(IMPORTS.ID)
                .fetchSingle()
                .value1();
    }

    private static Map<org.jooq.Field<?>, @Nullable Object> settings(Settings settings) {
        Map<org.jooq.Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(IMPORTS.LIST_KIND, settings.kind());
        row.put(IMPORTS.UNIT_ID, settings.unit());
        row.put(IMPORTS.GROUP_NAME, settings.name());
        row.put(IMPORTS.AS_OF_DATE, settings.asOf().date());
        row.put(IMPORTS.AS_OF_PRECISION, precision(settings.asOf()));
        row.put(IMPORTS.AS_OF_WRITTEN, settings.asOf().written());
        row.put(IMPORTS.PREVIOUS_ID, settings.previous());
        return row;
    }

    static String precision(DateText date) {
        return date.precision().name().toLowerCase(Locale.ROOT);
    }

    /// Saves settings and layout; what was read before no longer holds.
    public void setLayout(UUID id, Settings settings, Layout layout, Map<String, String> answers) {
        jooq.update(IMPORTS)
                .set(settings(settings))
                .set(IMPORTS.LAYOUT, json.write(layout))
                .set(IMPORTS.FINGERPRINT, layout.fingerprint())
                .set(IMPORTS.ANSWERS, json.write(answers))
                .set(IMPORTS.STEP, "layout")
                .set(IMPORTS.COMPARED, false)
                .set(IMPORTS.VERSION, IMPORTS.VERSION.plus(1))
                .where(IMPORTS.ID.eq(id).and(IMPORTS.STATE.eq("draft")))
                .execute();
    }

    public Layout layout(UUID id) {
        return json.read(
                jooq.select(IMPORTS.LAYOUT)
                        .from(IMPORTS)
                        .where(IMPORTS.ID.eq(id))
                        .fetchSingle(IMPORTS.LAYOUT),
                Layout.class);
    }

    public Map<String, String> answers(UUID id) {
        return json.read(
                jooq.select(IMPORTS.ANSWERS)
                        .from(IMPORTS)
                        .where(IMPORTS.ID.eq(id))
                        .fetchSingle(IMPORTS.ANSWERS),
                ANSWERS);
    }

    public void setStep(UUID id, Step step) {
        jooq.update(IMPORTS)
                .set(IMPORTS.STEP, step.name().toLowerCase(Locale.ROOT))
                .where(IMPORTS.ID.eq(id))
                .execute();
    }

    public void setCompared(UUID id, boolean compared) {
        jooq.update(IMPORTS).set(IMPORTS.COMPARED, compared).where(IMPORTS.ID.eq(id)).execute();
    }

    public void setJob(UUID id, UUID job) {
        jooq.update(IMPORTS).set(IMPORTS.JOB_ID, job).where(IMPORTS.ID.eq(id)).execute();
    }

    public void setProfile(UUID id, UUID profile) {
        jooq.update(IMPORTS).set(IMPORTS.PROFILE_ID, profile).where(IMPORTS.ID.eq(id)).execute();
    }

    public void addCounts(UUID id, Map<String, Integer> counts) {
        jooq.update(IMPORTS)
                .set(
                        IMPORTS.COUNTS,
                        DSL.field(
                                "{0} || {1}",
                                IMPORTS.COUNTS.getDataType(),
                                IMPORTS.COUNTS,
                                DSL.val(json.write(counts))))
                .where(IMPORTS.ID.eq(id))
                .execute();
    }

    /// Marks it committed; refuses if somebody did so meanwhile.
    public void setCommitted(UUID id, OffsetDateTime at) {
        int found =
                jooq.update(IMPORTS)
                        .set(IMPORTS.STATE, "committed")
                        .set(IMPORTS.STEP, "result")
                        .set(IMPORTS.COMMITTED_AT, at)
                        .set(IMPORTS.COMMITTED_BY_LOGIN, CurrentUser.get().login())
                        .where(IMPORTS.ID.eq(id).and(IMPORTS.STATE.eq("draft")))
                        .execute();
        requireOne(found);
    }

    public void setUndone(UUID id, OffsetDateTime at) {
        int found =
                jooq.update(IMPORTS)
                        .set(IMPORTS.STATE, "undone")
                        .set(IMPORTS.UNDONE_AT, at)
                        .set(IMPORTS.UNDONE_BY_LOGIN, CurrentUser.get().login())
                        .where(IMPORTS.ID.eq(id).and(IMPORTS.STATE.eq("committed")))
                        .execute();
        requireOne(found);
    }

    private static void requireOne(int found) {
        if (found != 1) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    /// Holds the import for this transaction: two people cannot commit or undo it together.
    public void lock(UUID id) {
        jooq.select(IMPORTS.ID).from(IMPORTS).where(IMPORTS.ID.eq(id)).forUpdate().fetch();
    }

    public void delete(UUID id) {
        jooq.deleteFrom(IMPORTS).where(IMPORTS.ID.eq(id).and(IMPORTS.STATE.eq("draft"))).execute();
    }

    public Optional<Import> find(UUID id) {
        return select(IMPORTS.ID.eq(id), 1).stream().findFirst();
    }

    public List<Import> ofFile(UUID file) {
        return select(IMPORTS.FILE_ID.eq(file), 50);
    }

    public List<Import> latest(Condition scope, int limit) {
        return select(scope, limit);
    }

    public Waiting waiting(Condition scope, int shown) {
        Condition draft = IMPORTS.STATE.eq("draft").and(scope);
        Condition read = draft.and(IMPORTS.STEP.ne("layout"));
        int open =
                jooq.fetchCount(
                        jooq.select(SPELLINGS.ID)
                                .from(SPELLINGS)
                                .join(IMPORTS)
                                .on(IMPORTS.ID.eq(SPELLINGS.IMPORT_ID))
                                .where(read)
                                .and(SPELLINGS.DECISION.isNull())
                                .and(SPELLINGS.CERTAINTY.ne("certain")));
        int questions =
                jooq.fetchCount(
                        jooq.select(QUESTIONS.ID)
                                .from(QUESTIONS)
                                .join(IMPORTS)
                                .on(IMPORTS.ID.eq(QUESTIONS.IMPORT_ID))
                                .where(read));
        return new Waiting(jooq.fetchCount(IMPORTS, draft), open, questions, select(draft, shown));
    }

    /// Those in force that the import may continue: same headers or same name first, same kind and
    /// unit.
    public List<Import> continuable(Import one, String fingerprint) {
        return select(
                IMPORTS.STATE
                        .eq("committed")
                        .and(IMPORTS.LIST_KIND.eq(one.kind()))
                        .and(IMPORTS.UNIT_ID.isNotDistinctFrom(one.unit()))
                        .and(IMPORTS.ID.ne(one.id())),
                30);
    }

    /// The latest committed import with the same headers, kind and unit.
    public Optional<UUID> earlier(String fingerprint, String kind, @Nullable UUID unit) {
        return jooq.select(IMPORTS.ID)
                .from(IMPORTS)
                .where(IMPORTS.STATE.eq("committed"))
                .and(IMPORTS.FINGERPRINT.eq(fingerprint))
                .and(IMPORTS.LIST_KIND.eq(kind))
                .and(IMPORTS.UNIT_ID.isNotDistinctFrom(unit))
                .orderBy(IMPORTS.COMMITTED_AT.desc())
                .limit(1)
                .fetchOptional(IMPORTS.ID);
    }

    private List<Import> select(Condition condition, int limit) {
        return jooq.select(IMPORTS.fields())
                .select(FILES.NAME.as("file_name"), SHEETS.NAME.as("sheet_name"))
                .from(IMPORTS)
                .join(FILES)
                .on(FILES.ID.eq(IMPORTS.FILE_ID))
                .join(SHEETS)
                .on(SHEETS.ID.eq(IMPORTS.SHEET_ID))
                .where(condition)
                .orderBy(IMPORTS.CREATED_AT.desc())
                .limit(limit)
                .fetch(this::one);
    }

    private Import one(Record row) {
        var date = row.get(IMPORTS.AS_OF_DATE);
        return new Import(
                row.get(IMPORTS.ID),
                row.get(IMPORTS.FILE_ID),
                row.get(IMPORTS.SHEET_ID),
                row.get("file_name", String.class),
                row.get("sheet_name", String.class),
                row.get(IMPORTS.LIST_KIND),
                row.get(IMPORTS.UNIT_ID),
                row.get(IMPORTS.GROUP_NAME),
                new DateText(
                        date,
                        DateText.Precision.valueOf(
                                row.get(IMPORTS.AS_OF_PRECISION).toUpperCase(Locale.ROOT)),
                        row.get(IMPORTS.AS_OF_WRITTEN)),
                row.get(IMPORTS.PREVIOUS_ID),
                row.get(IMPORTS.PROFILE_ID),
                Import.State.valueOf(row.get(IMPORTS.STATE).toUpperCase(Locale.ROOT)),
                Step.valueOf(row.get(IMPORTS.STEP).toUpperCase(Locale.ROOT)),
                row.get(IMPORTS.COMPARED),
                json.read(row.get(IMPORTS.COUNTS), COUNTS),
                row.get(IMPORTS.JOB_ID),
                row.get(IMPORTS.CREATED_BY_LOGIN),
                row.get(IMPORTS.CREATED_AT),
                row.get(IMPORTS.COMMITTED_BY_LOGIN),
                row.get(IMPORTS.COMMITTED_AT),
                row.get(IMPORTS.UNDONE_BY_LOGIN),
                row.get(IMPORTS.UNDONE_AT),
                row.get(IMPORTS.VERSION));
    }
}
