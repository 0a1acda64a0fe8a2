package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Condition;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.agreement.Memorandum;
import org.kakehashi.agreement.Signature;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Coded;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;

/// The form of a memorandum with what its fields offer.
public record MemorandumPage(Agreement agreement, AgreementForm form, List<Choice> kinds) {
    private static final List<String> LANGUAGES =
            List.of("ja", "en", "zh", "ko", "de", "fr", "es", "it", "pt", "ru", "th", "vi", "id");

    static MemorandumPage of(Agreement agreement, AgreementForm form, Kinds kinds) {
        return new MemorandumPage(
                agreement,
                form,
                kinds.list().stream()
                        .map(kind -> new Choice(kind.code(), t(kind.name())))
                        .toList());
    }

    public String href() {
        return "/agreements/" + agreement.id() + "/annexes";
    }

    public String action() {
        return form.isNew() ? href() + "/new" : href() + "/" + form.id() + "/edit";
    }

    public String heading() {
        return form.isNew() ? t("agreement.annex.new") : t("agreement.annex.edit");
    }

    public List<Choice> kind() {
        return chosen("annexKind", kinds.stream());
    }

    public List<Choice> quotaUnits(String field) {
        return coded("quotaUnit", field, Annex.QuotaUnit.values());
    }

    public List<Choice> waivers(String field) {
        return coded("waiver", field, Annex.Waiver.values());
    }

    public List<Choice> fees() {
        return Arrays.stream(Memorandum.Fee.values())
                .map(fee ->
                        new Choice(
                                fee.code(),
                                Words.word("fee", fee),
                                form.all("fees").contains(fee.code())))
                .toList();
    }

    public List<Choice> carryOvers() {
        return coded("carryOver", "carryOver", Memorandum.CarryOver.values());
    }

    public List<Choice> renewals() {
        return coded("renewal", "renewal", Term.RenewalMode.values());
    }

    public List<Choice> activities(String at) {
        return coded("activity", at + "Activity", Condition.Activity.values());
    }

    public List<Choice> directions(String at) {
        return coded("direction", at + "Direction", Condition.Direction.values());
    }

    public List<Choice> periods(String at) {
        return coded("period", at + "Period", Condition.Period.values());
    }

    public List<Choice> blended(String at) {
        return chosen(
                at + "Blended",
                Stream.of(
                        new Choice("true", t("agreement.blended.true")),
                        new Choice("false", t("agreement.blended.false"))));
    }

    public List<Choice> levels(String at) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(level ->
                        new Choice(
                                Integer.toString(level),
                                t("agreement.eqf." + level),
                                form.all(at + "Levels").contains(Integer.toString(level))))
                .filter(choice -> choice.chosen() || choice.value().matches("[678]"))
                .toList();
    }

    public List<Choice> sides(int i) {
        return coded("side", "signature" + i + "Side", Signature.Side.values());
    }

    public List<Choice> languages() {
        return Stream.concat(LANGUAGES.stream(), form.all("languages").stream())
                .distinct()
                .map(code ->
                        new Choice(
                                code, Words.language(code), form.all("languages").contains(code)))
                .toList();
    }

    public List<Choice> bindings() {
        return chosen(
                "binding", LANGUAGES.stream().map(code -> new Choice(code, Words.language(code))));
    }

    public List<Problem> problems() {
        return form.problems().entrySet().stream()
                .map(entry ->
                        new Problem(
                                t(entry.getValue()),
                                entry.getKey().isEmpty() ? null : "#" + entry.getKey(),
                                null))
                .toList();
    }

    private List<Choice> coded(String group, String field, Coded[] values) {
        return chosen(
                field,
                Arrays.stream(values)
                        .map(value -> new Choice(value.code(), Words.word(group, value))));
    }

    private List<Choice> chosen(String field, Stream<Choice> choices) {
        @Nullable String value = form.value(field);
        String current = value == null ? "" : value;
        return choices.map(choice -> choice.chosenIf(current)).toList();
    }
}
