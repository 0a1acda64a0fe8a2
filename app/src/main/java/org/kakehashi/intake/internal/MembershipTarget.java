package org.kakehashi.intake.internal;

import static org.kakehashi.schema.intake.Tables.MEMBERSHIPS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Comparison;
import org.kakehashi.intake.Comparison.FieldChange;
import org.kakehashi.intake.ListContext;
import org.kakehashi.intake.ListRow;
import org.kakehashi.intake.ListTarget;
import org.kakehashi.intake.PartnerValues;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.TextFolding;
import org.kakehashi.schema.intake.tables.records.MembershipsRecord;
import org.springframework.stereotype.Repository;

/// Keeps who is a member of a group: lists of institutions without agreements.
@Repository
class MembershipTarget implements ListTarget {
    private final DSLContext jooq;
    private final IntakeJson json;

    MembershipTarget(DSLContext jooq, IntakeJson json) {
        this.jooq = jooq;
        this.json = json;
    }

    /// What a change replaces.
    private record Before(@Nullable UUID organization, DateText start, DateText end) {}

    @Override
    public String kind() {
        return "organizations";
    }

    @Override
    public String subjectKind() {
        return "membership";
    }

    @Override
    public List<Comparison> compare(ListContext context, List<ListRow> rows) {
        Map<String, MembershipsRecord> stored = new HashMap<>();
        Map<UUID, MembershipsRecord> byId = new HashMap<>();
        jooq.selectFrom(MEMBERSHIPS)
                .where(MEMBERSHIPS.GROUP_NAME.eq(context.name()))
                .forEach(row -> {
                    stored.put(
                            key(row.getOrganizationId(), row.getNameWritten(), row.getCountry()),
                            row);
                    byId.put(row.getId(), row);
                });
        Set<String> seen = new HashSet<>();
        return rows.stream()
                .map(row -> {
                    PartnerValues values = row.partner();
                    String key = key(row.organization(), values.institution(), values.country());
                    if (!seen.add(key)) {
                        return Comparison.duplicate();
                    }
                    MembershipsRecord known = stored.get(key);
                    for (UUID before : row.before()) {
                        known = known == null ? byId.get(before) : known;
                    }
                    return compare(row, known);
                })
                .toList();
    }

    private static String key(@Nullable UUID organization, String name, @Nullable String country) {
        return organization != null
                ? organization.toString()
                : TextFolding.key(name) + '|' + Objects.requireNonNullElse(country, "");
    }

    private static Comparison compare(ListRow row, @Nullable MembershipsRecord known) {
        if (known == null) {
            return Comparison.isNew();
        }
        List<FieldChange> changes = new ArrayList<>();
        PartnerValues values = row.partner();
        UUID organization = row.organization();
        if (organization != null && !organization.equals(known.getOrganizationId())) {
            changes.add(
                    new FieldChange(
                            "intake.field.recognised", text(null), text(values.institution())));
        }
        LocalDate start = values.start().date();
        if (start != null && known.getStartDate() == null) {
            changes.add(
                    new FieldChange("intake.field.start", text(null), text(values.start().iso())));
        }
        LocalDate end = values.end().date();
        if (end != null && !end.equals(known.getEndDate())) {
            String before = known.getEndDate() == null ? null : known.getEndDate().toString();
            changes.add(
                    new FieldChange("intake.field.end", text(before), text(values.end().iso())));
        }
        return changes.isEmpty()
                ? Comparison.same(known.getId())
                : Comparison.changed(known.getId(), changes);
    }

    private static Bilingual text(@Nullable String value) {
        return new Bilingual(value, value);
    }

    @Override
    public List<Stored> apply(ListContext context, List<Taken> rows) {
        List<Stored> stored = new ArrayList<>();
        for (Taken taken : rows) {
            UUID subject = taken.subject();
            stored.add(
                    subject == null ? insert(context, taken.row()) : update(subject, taken.row()));
        }
        return stored;
    }

    private Stored insert(ListContext context, ListRow row) {
        MembershipsRecord fresh = jooq.newRecord(MEMBERSHIPS);
        fresh.setGroupName(context.name());
        fresh.setOrganizationId(row.organization());
        fresh.setNameWritten(row.partner().institution());
        fresh.setCountry(row.partner().country());
        start(fresh, row.partner().start());
        end(fresh, row.partner().end());
        fresh.insert();
        return new Stored(fresh.getId(), true, null, 0);
    }

    private Stored update(UUID id, ListRow row) {
        MembershipsRecord known = jooq.fetchSingle(MEMBERSHIPS, MEMBERSHIPS.ID.eq(id));
        String before = before(known);
        PartnerValues values = row.partner();
        if (row.organization() != null) {
            known.setOrganizationId(row.organization());
        }
        if (known.getStartDate() == null) {
            start(known, values.start());
        }
        if (values.end().isKnown()) {
            end(known, values.end());
        }
        return saved(known, before);
    }

    private Stored saved(MembershipsRecord known, String before) {
        known.setVersion(known.getVersion() + 1);
        known.update();
        return new Stored(known.getId(), false, before, known.getVersion());
    }

    private String before(MembershipsRecord row) {
        return json.text(
                new Before(
                        row.getOrganizationId(),
                        date(row.getStartDate(), row.getStartPrecision(), row.getStartWritten()),
                        date(row.getEndDate(), row.getEndPrecision(), row.getEndWritten())));
    }

    private static DateText date(@Nullable LocalDate date, String precision, String written) {
        return new DateText(
                date, DateText.Precision.valueOf(precision.toUpperCase(Locale.ROOT)), written);
    }

    private static void start(MembershipsRecord row, DateText date) {
        row.setStartDate(date.date());
        row.setStartPrecision(ImportStore.precision(date));
        row.setStartWritten(date.written());
    }

    private static void end(MembershipsRecord row, DateText date) {
        row.setEndDate(date.date());
        row.setEndPrecision(ImportStore.precision(date));
        row.setEndWritten(date.written());
    }

    @Override
    public boolean closes() {
        return true;
    }

    @Override
    public List<Stored> close(ListContext context, List<UUID> subjects) {
        DateText end = context.asOf();
        return subjects.stream()
                .map(id -> {
                    MembershipsRecord known = jooq.fetchSingle(MEMBERSHIPS, MEMBERSHIPS.ID.eq(id));
                    String before = before(known);
                    end(
                            known,
                            end.isKnown()
                                    ? end
                                    : DateText.day(
                                            LocalDate.now(org.kakehashi.ui.Dates.zone()), ""));
                    return saved(known, before);
                })
                .toList();
    }

    @Override
    public void undo(List<Deed> deeds, String reason) {
        UUID[] ids = deeds.stream().map(Deed::subject).toArray(UUID[]::new);
        Versions.requireUnchanged(
                deeds,
                jooq.select(MEMBERSHIPS.ID, MEMBERSHIPS.VERSION)
                        .from(MEMBERSHIPS)
                        .where(MEMBERSHIPS.ID.eq(DSL.any(ids)))
                        .fetchMap(MEMBERSHIPS.ID, MEMBERSHIPS.VERSION));
        for (Deed deed : deeds) {
            MembershipsRecord known =
                    jooq.fetchSingle(MEMBERSHIPS, MEMBERSHIPS.ID.eq(deed.subject()));
            String before = deed.before();
            if (before == null) {
                known.delete();
            } else {
                Before was = json.read(before, Before.class);
                known.setOrganizationId(was.organization());
                start(known, was.start());
                end(known, was.end());
                saved(known, before);
            }
        }
    }

    @Override
    public Map<UUID, Subject> subjects(Collection<UUID> ids) {
        Map<UUID, Subject> found = new HashMap<>();
        jooq.selectFrom(MEMBERSHIPS)
                .where(MEMBERSHIPS.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .forEach(row -> {
                    UUID organization = row.getOrganizationId();
                    String href = organization == null ? null : "/organizations/" + organization;
                    found.put(row.getId(), new Subject(row.getId(), row.getNameWritten(), href));
                });
        return found;
    }
}
