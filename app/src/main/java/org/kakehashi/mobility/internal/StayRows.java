package org.kakehashi.mobility.internal;

import static org.kakehashi.schema.mobility.Tables.STAYS;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;
import org.kakehashi.mobility.Stay;
import org.kakehashi.schema.mobility.tables.records.StaysRecord;

/// Stays as rows and back.
final class StayRows {
    private StayRows() {}

    static StaysRecord row(UUID person, Stay.Content content) {
        StaysRecord row = new StaysRecord();
        row.setPersonId(person);
        row.setDirection(content.direction().code());
        row.setKind(content.kind().code());
        row.setStatus(content.status().code());
        row.setLevel(content.level().code());
        row.setOrganizationId(content.partner().organization());
        row.setOrganizationWritten(content.partner().written());
        row.setPartnerUnit(content.partner().unit());
        row.setUnitId(content.frame().unit());
        row.setAgreementId(content.frame().agreement());
        row.setAnnexId(content.frame().annex());
        row.setUnderAgreement(content.frame().underAgreement());
        row.setProgramme(content.frame().programme());
        row.setStudentStatus(content.studentStatus().code());
        row.setCountry(content.place().country());
        row.setCity(content.place().city());
        date(
                row,
                content.planned().from(),
                STAYS.PLANNED_FROM_DATE,
                STAYS.PLANNED_FROM_PRECISION,
                STAYS.PLANNED_FROM_WRITTEN);
        date(
                row,
                content.planned().until(),
                STAYS.PLANNED_UNTIL_DATE,
                STAYS.PLANNED_UNTIL_PRECISION,
                STAYS.PLANNED_UNTIL_WRITTEN);
        date(
                row,
                content.actual().from(),
                STAYS.ACTUAL_FROM_DATE,
                STAYS.ACTUAL_FROM_PRECISION,
                STAYS.ACTUAL_FROM_WRITTEN);
        date(
                row,
                content.actual().until(),
                STAYS.ACTUAL_UNTIL_DATE,
                STAYS.ACTUAL_UNTIL_PRECISION,
                STAYS.ACTUAL_UNTIL_WRITTEN);
        row.setStarts(content.starts());
        row.setEnds(content.ends());
        row.setFunding(content.funding().stream().map(Coded::code).toArray(String[]::new));
        row.setHousing(content.housing().code());
        row.setField(content.study().field());
        row.setLanguage(content.study().language());
        row.setCreditBearing(content.study().creditBearing());
        row.setCredits(content.study().credits());
        row.setNote(content.note());
        row.setOverlapConfirmed(content.overlapConfirmed());
        Stay.Source source = content.source();
        row.setSourceName(source == null ? null : source.name());
        row.setSourceRow(source == null ? null : source.row());
        row.setSourceHash(source == null ? null : source.hash());
        return row;
    }

    private static void date(
            StaysRecord row,
            DateText text,
            Field<LocalDate> date,
            Field<String> precision,
            Field<String> written) {
        row.set(date, text.date());
        row.set(precision, text.precision().name().toLowerCase(java.util.Locale.ROOT));
        row.set(written, text.written());
    }

    static Stay stay(StaysRecord row) {
        return new Stay(
                row.getId(), row.getNumber(), row.getVersion(), row.getPersonId(), content(row));
    }

    private static Stay.Content content(StaysRecord row) {
        String source = row.getSourceName();
        Integer sourceRow = row.getSourceRow();
        String hash = row.getSourceHash();
        return new Stay.Content(
                Coded.of(Stay.Direction.class, row.getDirection()),
                Coded.of(Stay.Kind.class, row.getKind()),
                Coded.of(Stay.Status.class, row.getStatus()),
                Coded.of(Stay.Level.class, row.getLevel()),
                new Stay.Partner(
                        row.getOrganizationId(),
                        row.getOrganizationWritten(),
                        row.getPartnerUnit()),
                new Stay.Frame(
                        row.getUnitId(),
                        row.getAgreementId(),
                        row.getAnnexId(),
                        row.getUnderAgreement(),
                        row.getProgramme()),
                Coded.of(Stay.StudentStatus.class, row.getStudentStatus()),
                new Stay.Place(row.getCountry(), row.getCity()),
                new Stay.Period(
                        date(
                                row.getPlannedFromDate(),
                                row.getPlannedFromPrecision(),
                                row.getPlannedFromWritten()),
                        date(
                                row.getPlannedUntilDate(),
                                row.getPlannedUntilPrecision(),
                                row.getPlannedUntilWritten())),
                new Stay.Period(
                        date(
                                row.getActualFromDate(),
                                row.getActualFromPrecision(),
                                row.getActualFromWritten()),
                        date(
                                row.getActualUntilDate(),
                                row.getActualUntilPrecision(),
                                row.getActualUntilWritten())),
                Arrays.stream(row.getFunding())
                        .map(code -> Coded.of(Stay.Funding.class, code))
                        .toList(),
                Coded.of(Stay.Housing.class, row.getHousing()),
                new Stay.Study(
                        row.getField(),
                        row.getLanguage(),
                        row.getCreditBearing(),
                        row.getCredits()),
                row.getNote(),
                row.getOverlapConfirmed(),
                source == null || sourceRow == null || hash == null
                        ? null
                        : new Stay.Source(source, sourceRow, hash));
    }

    private static DateText date(@Nullable LocalDate date, String precision, String written) {
        return new DateText(
                date,
                DateText.Precision.valueOf(precision.toUpperCase(java.util.Locale.ROOT)),
                written);
    }
}
