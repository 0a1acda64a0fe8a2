package org.kakehashi.compliance.internal;

import static org.kakehashi.schema.compliance.Tables.DUE_DILIGENCE;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.compliance.Examination;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.schema.compliance.tables.records.DueDiligenceRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes examinations.
@Repository
public class ExaminationStore {
    private final DSLContext jooq;

    ExaminationStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public void insert(Examination examination) {
        DueDiligenceRecord row = new DueDiligenceRecord();
        row.setOrganizationId(examination.organization());
        row.setState(examination.state().code());
        row.setStatedOn(examination.on());
        row.setValidUntil(examination.validUntil());
        row.setExaminedBy(examination.examinedBy());
        row.setNoteJa(examination.findings().ja());
        row.setNoteEn(examination.findings().en());
        row.setVisibility(examination.visibility().code());
        row.setRecordedBy(examination.recordedBy());
        jooq.executeInsert(row);
    }

    /// The latest first.
    public List<Examination> of(UUID organization) {
        return jooq.selectFrom(DUE_DILIGENCE)
                .where(DUE_DILIGENCE.ORGANIZATION_ID.eq(organization))
                .orderBy(DUE_DILIGENCE.STATED_ON.desc(), DUE_DILIGENCE.ID.desc())
                .fetch(ExaminationStore::examination);
    }

    private static Examination examination(DueDiligenceRecord row) {
        return new Examination(
                row.getOrganizationId(),
                Coded.of(Examination.State.class, row.getState()),
                row.getStatedOn(),
                row.getValidUntil(),
                row.getExaminedBy(),
                new Bilingual(row.getNoteJa(), row.getNoteEn()),
                Coded.of(Examination.Visibility.class, row.getVisibility()),
                row.getRecordedBy());
    }
}
