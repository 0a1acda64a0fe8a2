package org.kakehashi.assessment;

import static org.kakehashi.schema.assessment.Tables.ASSESSMENTS;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kakehashi.access.Access;
import org.kakehashi.assessment.internal.AssessmentStore;
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.document.TemplateValues;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// Assessments have documents: what proves them, and reports filled from them (DOCX, PDF).
@Component
class AssessmentDocuments implements DocumentOwner {
    private final AssessmentStore store;
    private final AssessmentSubject subject;
    private final Assessments assessments;
    private final Promises promises;
    private final Cycles cycles;
    private final Access access;

    AssessmentDocuments(
            AssessmentStore store,
            AssessmentSubject subject,
            Assessments assessments,
            Promises promises,
            Cycles cycles,
            Access access) {
        this.store = store;
        this.subject = subject;
        this.assessments = assessments;
        this.promises = promises;
        this.cycles = cycles;
        this.access = access;
    }

    @Override
    public String kind() {
        return AssessmentSubject.KIND;
    }

    @Override
    public Bilingual name() {
        return subject.name();
    }

    @Override
    public Map<UUID, Owner> find(Collection<UUID> ids) {
        Map<UUID, Owner> found = new HashMap<>();
        if (!access.may(Cycles.READ)) {
            return found;
        }
        for (UUID id : ids) {
            store.find(id)
                    .ifPresent(one ->
                            found.put(
                                    id,
                                    new Owner(
                                            subject.title(one, cycles.get(one.cycle())),
                                            "/assessments/" + id,
                                            access.may(Assessments.WRITE, one.units()))));
        }
        return found;
    }

    @Override
    public TemplateValues values(UUID id) {
        Assessment one = assessments.get(id);
        Cycle cycle = cycles.get(one.cycle());
        Map<String, String> fields = new HashMap<>();
        put(fields, "title", subject.title(one, cycle));
        fields.put("code", one.action());
        fields.put("year", new FiscalYear(cycle.year()).label(Text.locale()));
        put(fields, "narrative", one.content().narrative());
        if (one.content().grade() != null) {
            fields.put("grade", one.content().grade().name());
            put(fields, "grade_meaning", words(one.content().grade()));
        }
        return new TemplateValues(
                fields, Map.of("actions", promises.of(one).stream().map(this::promise).toList()));
    }

    private Map<String, String> promise(Promise promise) {
        Map<String, String> fields = new HashMap<>();
        put(fields, "what", promise.title());
        fields.put("due", Dates.day(promise.dueOn()));
        return fields;
    }

    private static Bilingual words(Assessment.Grade grade) {
        String key = "assessment.grade." + grade.code();
        return new Bilingual(
                Messages.text(Locale.JAPANESE, key, Map.of()),
                Messages.text(Locale.ENGLISH, key, Map.of()));
    }

    /// `x` in the language of the reader, `x_ja` and `x_en`.
    private static void put(Map<String, String> fields, String name, Bilingual text) {
        if (text.parity() != Bilingual.Parity.NONE) {
            fields.put(name, Text.t(text));
            fields.put(name + "_ja", text.in(Locale.JAPANESE));
            fields.put(name + "_en", text.in(Locale.ENGLISH));
        }
    }

    @Override
    public Condition visible(Field<UUID> id) {
        return access.may(Cycles.READ)
                ? id.in(DSL.select(ASSESSMENTS.ID).from(ASSESSMENTS))
                : DSL.falseCondition();
    }

    @Override
    public Condition changeable(Field<UUID> id) {
        Field<UUID[]> units =
                DSL.field("array_remove(array[{0}], null)", UUID[].class, ASSESSMENTS.UNIT_ID);
        return id.in(
                DSL.select(ASSESSMENTS.ID)
                        .from(ASSESSMENTS)
                        .where(access.scope(Assessments.WRITE, units, null)));
    }
}
