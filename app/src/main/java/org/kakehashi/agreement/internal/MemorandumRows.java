package org.kakehashi.agreement.internal;

import static org.kakehashi.schema.agreement.Tables.ANNEXES;
import static org.kakehashi.schema.agreement.Tables.ANNEX_SIGNATURES;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Condition;
import org.kakehashi.agreement.Memorandum;
import org.kakehashi.agreement.Signature;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.schema.agreement.tables.records.AnnexSignaturesRecord;
import org.kakehashi.schema.agreement.tables.records.AnnexesRecord;
import org.kakehashi.schema.agreement.tables.records.ConditionsRecord;
import tools.jackson.databind.json.JsonMapper;

/// Memoranda as rows, and rows as memoranda.
final class MemorandumRows {
    private static final Dates<AnnexSignaturesRecord> SIGNED =
            new Dates<>(
                    ANNEX_SIGNATURES.SIGNED_DATE,
                    ANNEX_SIGNATURES.SIGNED_PRECISION,
                    ANNEX_SIGNATURES.SIGNED_WRITTEN);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MemorandumRows() {}

    static void details(AnnexesRecord row, Memorandum memorandum) {
        Memorandum.Clauses clauses = memorandum.clauses();
        row.setWaivedFees(clauses.fees().stream().map(Coded::code).sorted().toArray(String[]::new));
        row.setWaiverArticle(clauses.article());
        row.setWaiverJa(clauses.waiver().ja());
        row.setWaiverEn(clauses.waiver().en());
        row.setCreditTransfer(clauses.creditTransfer().code());
        row.setCreditJa(clauses.credit().ja());
        row.setCreditEn(clauses.credit().en());
        row.setDegreesJa(clauses.degrees().ja());
        row.setDegreesEn(clauses.degrees().en());
        row.setSelectionJa(clauses.selection().ja());
        row.setSelectionEn(clauses.selection().en());
        Memorandum.Counting counting = memorandum.counting();
        row.setWeightYear(counting.year());
        row.setWeightSemester(counting.semester());
        row.setWeightShort(counting.shortStay());
        row.setCarryOver(counting.carryOver().code());
        row.setCarryYears(counting.carryYears());
        row.setRenewalMode(memorandum.renewal().mode().code());
        row.setRenewalYears(memorandum.renewal().years());
        row.setNoticeMonths(memorandum.renewal().noticeMonths());
        row.setTextLanguages(memorandum.languages().toArray(String[]::new));
        row.setBindingLanguage(memorandum.binding());
    }

    static Memorandum memorandum(
            Record row, List<Condition> conditions, List<Signature> signatures) {
        LinkedHashSet<Memorandum.Fee> fees = new LinkedHashSet<>();
        for (String fee : row.get(ANNEXES.WAIVED_FEES)) {
            fees.add(Coded.of(Memorandum.Fee.class, fee));
        }
        return new Memorandum(
                row.get(ANNEXES.AGREEMENT_ID),
                Parts.annex(row),
                new Memorandum.Clauses(
                        fees,
                        row.get(ANNEXES.WAIVER_ARTICLE),
                        new Bilingual(row.get(ANNEXES.WAIVER_JA), row.get(ANNEXES.WAIVER_EN)),
                        Coded.of(Annex.Waiver.class, row.get(ANNEXES.CREDIT_TRANSFER)),
                        new Bilingual(row.get(ANNEXES.CREDIT_JA), row.get(ANNEXES.CREDIT_EN)),
                        new Bilingual(row.get(ANNEXES.DEGREES_JA), row.get(ANNEXES.DEGREES_EN)),
                        new Bilingual(
                                row.get(ANNEXES.SELECTION_JA), row.get(ANNEXES.SELECTION_EN))),
                new Memorandum.Counting(
                        plain(row.get(ANNEXES.WEIGHT_YEAR)),
                        plain(row.get(ANNEXES.WEIGHT_SEMESTER)),
                        plain(row.get(ANNEXES.WEIGHT_SHORT)),
                        Coded.of(Memorandum.CarryOver.class, row.get(ANNEXES.CARRY_OVER)),
                        row.get(ANNEXES.CARRY_YEARS)),
                new Term.Renewal(
                        Coded.of(Term.RenewalMode.class, row.get(ANNEXES.RENEWAL_MODE)),
                        row.get(ANNEXES.RENEWAL_YEARS),
                        row.get(ANNEXES.NOTICE_MONTHS),
                        false),
                Arrays.asList(row.get(ANNEXES.TEXT_LANGUAGES)),
                row.get(ANNEXES.BINDING_LANGUAGE),
                conditions,
                signatures);
    }

    static ConditionsRecord condition(UUID annex, int position, Condition condition) {
        ConditionsRecord row = new ConditionsRecord();
        row.setAnnexId(annex);
        row.setPosition(position);
        row.setActivity(condition.activity().code());
        row.setDirection(condition.direction().code());
        row.setHomeOunit(condition.homeUnit());
        row.setPartnerOunit(condition.partnerUnit());
        row.setPlaces(condition.places());
        row.setPer(condition.per().code());
        row.setPeriod(condition.period().code());
        row.setTotalMonths(condition.totalMonths());
        row.setTotalDays(condition.totalDays());
        row.setBlended(condition.blended());
        row.setEqfLevels(condition.levels().toArray(Integer[]::new));
        row.setWaiver(condition.waiver() == null ? null : condition.waiver().code());
        row.setFirstYear(condition.firstYear());
        row.setLastYear(condition.lastYear());
        row.setSubjects(JSONB.valueOf(JSON.writeValueAsString(condition.subjects())));
        row.setLanguages(JSONB.valueOf(JSON.writeValueAsString(condition.languages())));
        row.setTermsJa(condition.terms().ja());
        row.setTermsEn(condition.terms().en());
        return row;
    }

    static Condition condition(ConditionsRecord row) {
        String waiver = row.getWaiver();
        return new Condition(
                row.getId(),
                Coded.of(Condition.Activity.class, row.getActivity()),
                Coded.of(Condition.Direction.class, row.getDirection()),
                row.getHomeOunit(),
                row.getPartnerOunit(),
                row.getPlaces(),
                Coded.of(Annex.QuotaUnit.class, row.getPer()),
                Coded.of(Condition.Period.class, row.getPeriod()),
                plain(row.getTotalMonths()),
                plain(row.getTotalDays()),
                row.getBlended(),
                Arrays.asList(row.getEqfLevels()),
                waiver == null ? null : Coded.of(Annex.Waiver.class, waiver),
                row.getFirstYear(),
                row.getLastYear(),
                List.of(JSON.readValue(row.getSubjects().data(), Condition.Subject[].class)),
                List.of(JSON.readValue(row.getLanguages().data(), Condition.LanguageSkill[].class)),
                new Bilingual(row.getTermsJa(), row.getTermsEn()));
    }

    static AnnexSignaturesRecord signature(UUID annex, int position, Signature signature) {
        AnnexSignaturesRecord row = new AnnexSignaturesRecord();
        row.setAnnexId(annex);
        row.setPosition(position);
        row.setSide(signature.side().code());
        row.setWho(signature.who());
        row.setRole(signature.role());
        SIGNED.write(row, signature.on());
        row.setPlace(signature.place());
        return row;
    }

    static Signature signature(AnnexSignaturesRecord row) {
        return new Signature(
                Coded.of(Signature.Side.class, row.getSide()),
                row.getWho(),
                row.getRole(),
                SIGNED.read(row),
                row.getPlace());
    }

    /// 12.50 is 12.5: two numbers that mean the same are the same.
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
