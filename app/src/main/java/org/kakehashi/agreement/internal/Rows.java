package org.kakehashi.agreement.internal;

import static org.kakehashi.schema.agreement.Tables.AGREEMENTS;
import static org.kakehashi.schema.agreement.Tables.ANNEXES;
import static org.kakehashi.schema.agreement.Tables.SIGNATURES;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Ending;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Signature;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.DateText;
import org.kakehashi.schema.agreement.tables.records.AgreementsRecord;
import org.kakehashi.schema.agreement.tables.records.AnnexesRecord;
import org.kakehashi.schema.agreement.tables.records.HomeUnitsRecord;
import org.kakehashi.schema.agreement.tables.records.PartiesRecord;
import org.kakehashi.schema.agreement.tables.records.SignaturesRecord;

/// Content as rows to write.
final class Rows {
    static final Dates<AgreementsRecord> START =
            new Dates<>(
                    AGREEMENTS.START_DATE, AGREEMENTS.START_PRECISION, AGREEMENTS.START_WRITTEN);
    static final Dates<AgreementsRecord> END =
            new Dates<>(AGREEMENTS.END_DATE, AGREEMENTS.END_PRECISION, AGREEMENTS.END_WRITTEN);
    static final Dates<AgreementsRecord> ENDED =
            new Dates<>(
                    AGREEMENTS.ENDED_DATE, AGREEMENTS.ENDED_PRECISION, AGREEMENTS.ENDED_WRITTEN);
    static final Dates<AnnexesRecord> ANNEX_START =
            new Dates<>(ANNEXES.START_DATE, ANNEXES.START_PRECISION, ANNEXES.START_WRITTEN);
    static final Dates<AnnexesRecord> ANNEX_END =
            new Dates<>(ANNEXES.END_DATE, ANNEXES.END_PRECISION, ANNEXES.END_WRITTEN);
    static final Dates<SignaturesRecord> SIGNED =
            new Dates<>(
                    SIGNATURES.SIGNED_DATE, SIGNATURES.SIGNED_PRECISION, SIGNATURES.SIGNED_WRITTEN);

    private Rows() {}

    static AgreementsRecord agreement(AgreementContent content) {
        AgreementsRecord row = new AgreementsRecord();
        row.setTitleJa(content.title().ja());
        row.setTitleEn(content.title().en());
        row.setLevel(content.level().code());
        row.setKinds(content.kinds().toArray(String[]::new));
        row.setVisibility(content.visibility().code());
        row.setProposed(content.proposed());
        term(row, content.term());
        ending(row, content.ending());
        row.setTextLanguages(content.textLanguages().toArray(String[]::new));
        row.setNotesJa(content.notes().ja());
        row.setNotesEn(content.notes().en());
        return row;
    }

    private static void term(AgreementsRecord row, Term term) {
        row.setTerm(term.kind().code());
        START.write(row, term.start());
        END.write(row, term.end());
        if (term.knownFrom() != null) {
            row.setKnownFrom(term.knownFrom());
        }
        row.setRenewalMode(term.renewal().mode().code());
        row.setRenewalYears(term.renewal().years());
        row.setNoticeMonths(term.renewal().noticeMonths());
        row.setRenewalPending(term.renewal().pending());
    }

    private static void ending(AgreementsRecord row, @Nullable Ending ending) {
        ENDED.write(row, ending == null ? DateText.NONE : ending.on());
        row.setEndedReason(ending == null ? null : ending.reason().code());
        row.setEndedNoteJa(ending == null ? null : ending.note().ja());
        row.setEndedNoteEn(ending == null ? null : ending.note().en());
    }

    static PartiesRecord party(UUID agreement, int position, Party party) {
        PartiesRecord row = new PartiesRecord();
        row.setAgreementId(agreement);
        row.setPosition(position);
        row.setOrganizationId(party.organization());
        row.setNameWritten(party.written());
        row.setNameAlternative(party.alternative());
        row.setPartnerUnitId(party.partnerUnit());
        row.setPartnerUnitWritten(party.partnerUnitWritten());
        row.setCountry(party.country());
        row.setCountryWritten(party.countryWritten());
        return row;
    }

    static HomeUnitsRecord homeUnit(UUID agreement, int position, HomeUnit unit) {
        HomeUnitsRecord row = new HomeUnitsRecord();
        row.setAgreementId(agreement);
        row.setPosition(position);
        row.setUnitId(unit.unit());
        row.setNameWritten(unit.written());
        row.setRole(unit.role().code());
        return row;
    }

    static AnnexesRecord annex(UUID agreement, int position, Annex annex) {
        AnnexesRecord row = new AnnexesRecord();
        row.setAgreementId(agreement);
        row.setPosition(position);
        row.setKind(annex.kind());
        row.setTitleJa(annex.title().ja());
        row.setTitleEn(annex.title().en());
        row.setQuotaIn(annex.quotaIn());
        row.setQuotaOut(annex.quotaOut());
        row.setQuotaUnit(annex.quotaUnit().code());
        row.setTuitionWaiver(annex.tuitionWaiver().code());
        ANNEX_START.write(row, annex.start());
        ANNEX_END.write(row, annex.end());
        row.setNotesJa(annex.notes().ja());
        row.setNotesEn(annex.notes().en());
        return row;
    }

    static SignaturesRecord signature(UUID agreement, int position, Signature signature) {
        SignaturesRecord row = new SignaturesRecord();
        row.setAgreementId(agreement);
        row.setPosition(position);
        row.setSide(signature.side().code());
        row.setWho(signature.who());
        row.setRole(signature.role());
        SIGNED.write(row, signature.on());
        row.setPlace(signature.place());
        return row;
    }
}
