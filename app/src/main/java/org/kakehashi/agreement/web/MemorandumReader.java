package org.kakehashi.agreement.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Condition;
import org.kakehashi.agreement.ConditionCheck;
import org.kakehashi.agreement.Memorandum;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Coded;

/// Reads what was typed into the form of a memorandum. Fields of study and languages are typed one
/// on a line.
final class MemorandumReader extends FieldReader {
    private final UUID agreement;
    private final Map<UUID, Condition> present;

    MemorandumReader(AgreementForm form, UUID agreement, @Nullable Memorandum present) {
        super(form);
        this.agreement = agreement;
        this.present =
                present == null
                        ? Map.of()
                        : present.conditions().stream()
                                .filter(one -> one.id() != null)
                                .collect(Collectors.toMap(Condition::id, Function.identity()));
    }

    Memorandum memorandum() {
        String kind = form.text("annexKind");
        if (kind == null) {
            problems.put("annexKind", "agreement.problem.annexKind");
        }
        Annex annex = annex("annex", kind == null ? "other" : kind);
        Memorandum read =
                new Memorandum(
                        agreement,
                        annex,
                        clauses(),
                        counting(),
                        new Term.Renewal(
                                coded(Term.RenewalMode.class, "renewal", Term.RenewalMode.UNKNOWN),
                                number("renewalYears", 1, 99),
                                number("noticeMonths", 0, 120),
                                false),
                        form.all("languages"),
                        form.text("binding"),
                        conditions(),
                        signatures());
        ConditionCheck.problems(read.conditions()).forEach(problems::putIfAbsent);
        var last = annex.end().lastDay();
        var first = annex.start().date();
        if (last != null && first != null && last.isBefore(first)) {
            problems.putIfAbsent("annexEnd", "agreement.problem.endBeforeStart");
        }
        return read;
    }

    private Memorandum.Clauses clauses() {
        Set<Memorandum.Fee> fees = new LinkedHashSet<>();
        form.all("fees").forEach(fee -> Coded.find(Memorandum.Fee.class, fee).ifPresent(fees::add));
        return new Memorandum.Clauses(
                fees,
                form.text("article"),
                bilingual("waiver"),
                coded(Annex.Waiver.class, "creditTransfer", Annex.Waiver.UNKNOWN),
                bilingual("credit"),
                bilingual("degrees"),
                bilingual("selection"));
    }

    private Memorandum.Counting counting() {
        return new Memorandum.Counting(
                weight("weightYear"),
                weight("weightSemester"),
                decimal("weightShort"),
                coded(Memorandum.CarryOver.class, "carryOver", Memorandum.CarryOver.UNKNOWN),
                number("carryYears", 1, 20));
    }

    private java.math.@Nullable BigDecimal weight(String name) {
        java.math.BigDecimal weight = decimal(name);
        if (weight != null && weight.signum() == 0) {
            problems.put(name, "agreement.problem.decimal");
            return null;
        }
        return weight;
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (int i : form.indices("condition")) {
            conditions.add(condition("condition" + i));
        }
        return conditions;
    }

    private Condition condition(String at) {
        UUID id = id(form.text(at + "Id"));
        Condition was = id == null ? null : present.get(id);
        String blended = form.text(at + "Blended");
        return new Condition(
                was == null ? null : id,
                coded(
                        Condition.Activity.class,
                        at + "Activity",
                        Condition.Activity.STUDENT_STUDIES),
                coded(Condition.Direction.class, at + "Direction", Condition.Direction.INBOUND),
                form.text(at + "HomeUnit"),
                form.text(at + "PartnerUnit"),
                number(at + "Places", 0, 100_000),
                coded(Annex.QuotaUnit.class, at + "Per", Annex.QuotaUnit.UNKNOWN),
                coded(Condition.Period.class, at + "Period", Condition.Period.UNKNOWN),
                weight(at + "Months"),
                weight(at + "Days"),
                blended == null ? null : Boolean.valueOf(blended),
                form.all(at + "Levels").stream()
                        .filter(level -> level.matches("[1-8]"))
                        .map(Integer::valueOf)
                        .toList(),
                Coded.find(Annex.Waiver.class, form.text(at + "Waiver")).orElse(null),
                form.text(at + "First"),
                form.text(at + "Last"),
                subjects(at + "Subjects", was),
                languages(at + "Languages", was),
                bilingual(at + "Terms"));
    }

    /// What stays as it was keeps what the form does not show.
    private List<Condition.Subject> subjects(String name, @Nullable Condition was) {
        String text = form.text(name);
        if (was != null && lines(text).equals(ConditionText.subjects(was.subjects()))) {
            return was.subjects();
        }
        return lines(text).stream()
                .map(line -> {
                    String[] words = line.split("\\s+", 2);
                    return new Condition.Subject(words[0], words.length > 1 ? words[1] : null);
                })
                .toList();
    }

    private List<Condition.LanguageSkill> languages(String name, @Nullable Condition was) {
        String text = form.text(name);
        if (was != null && lines(text).equals(ConditionText.languages(was.languages()))) {
            return was.languages();
        }
        List<Condition.LanguageSkill> skills = new ArrayList<>();
        for (String line : lines(text)) {
            String[] words = line.split("\\s+", 4);
            boolean level = words.length > 1 && !words[1].matches("\\d+");
            int field = level ? 2 : 1;
            skills.add(
                    new Condition.LanguageSkill(
                            words[0],
                            level ? words[1].toUpperCase(java.util.Locale.ROOT) : null,
                            words.length > field
                                    ? new Condition.Subject(
                                            words[field],
                                            words.length > field + 1 ? words[field + 1] : null)
                                    : null,
                            null));
        }
        return skills;
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
