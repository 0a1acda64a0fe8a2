package org.kakehashi.agreement.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kakehashi.agreement.Condition;
import org.kakehashi.agreement.Memorandum;
import org.kakehashi.kernel.Coded;

/// Puts a memorandum into its form.
final class MemorandumFiller {
    private MemorandumFiller() {}

    static AgreementForm of(Memorandum memorandum, int version) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        FormFiller.annex(values, "annex", memorandum.annex());
        Memorandum.Clauses clauses = memorandum.clauses();
        values.put("fees", clauses.fees().stream().map(Coded::code).toList());
        put(values, "article", clauses.article());
        put(values, "waiverJa", clauses.waiver().ja());
        put(values, "waiverEn", clauses.waiver().en());
        put(values, "creditTransfer", clauses.creditTransfer().code());
        put(values, "creditJa", clauses.credit().ja());
        put(values, "creditEn", clauses.credit().en());
        put(values, "degreesJa", clauses.degrees().ja());
        put(values, "degreesEn", clauses.degrees().en());
        put(values, "selectionJa", clauses.selection().ja());
        put(values, "selectionEn", clauses.selection().en());
        Memorandum.Counting counting = memorandum.counting();
        put(values, "weightYear", counting.year());
        put(values, "weightSemester", counting.semester());
        put(values, "weightShort", counting.shortStay());
        put(values, "carryOver", counting.carryOver().code());
        put(values, "carryYears", counting.carryYears());
        put(values, "renewal", memorandum.renewal().mode().code());
        put(values, "renewalYears", memorandum.renewal().years());
        put(values, "noticeMonths", memorandum.renewal().noticeMonths());
        values.put("languages", memorandum.languages());
        put(values, "binding", memorandum.binding());
        FormFiller.counted(
                values, "condition", memorandum.conditions(), MemorandumFiller::condition);
        FormFiller.counted(values, "signature", memorandum.signatures(), FormFiller::signature);
        return new AgreementForm(
                String.valueOf(memorandum.annex().id()),
                Integer.toString(version),
                values,
                Map.of());
    }

    private static void condition(
            Map<String, List<String>> values, String at, Condition condition) {
        put(values, at + "Id", condition.id());
        put(values, at + "Activity", condition.activity().code());
        put(values, at + "Direction", condition.direction().code());
        put(values, at + "HomeUnit", condition.homeUnit());
        put(values, at + "PartnerUnit", condition.partnerUnit());
        put(values, at + "Places", condition.places());
        put(values, at + "Per", condition.per().code());
        put(values, at + "Period", condition.period().code());
        put(values, at + "Months", condition.totalMonths());
        put(values, at + "Days", condition.totalDays());
        put(values, at + "Blended", condition.blended());
        values.put(at + "Levels", condition.levels().stream().map(String::valueOf).toList());
        put(values, at + "Waiver", condition.waiver() == null ? null : condition.waiver().code());
        put(values, at + "First", condition.firstYear());
        put(values, at + "Last", condition.lastYear());
        put(values, at + "Subjects", lines(ConditionText.subjects(condition.subjects())));
        put(values, at + "Languages", lines(ConditionText.languages(condition.languages())));
        put(values, at + "TermsJa", condition.terms().ja());
        put(values, at + "TermsEn", condition.terms().en());
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    private static void put(
            Map<String, List<String>> values,
            String name,
            @org.jspecify.annotations.Nullable Object value) {
        FormFiller.put(values, name, value);
    }
}
