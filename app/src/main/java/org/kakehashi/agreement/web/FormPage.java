package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.AgreementContent.Visibility;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.agreement.Signature;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Coded;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;

/// The form of an agreement with what its fields offer.
///
/// @param heading what is changed; for a new one what is made
/// @param meanwhile what somebody else changed while the form was open
public record FormPage(
        AgreementForm form,
        String heading,
        List<Choice> kinds,
        List<Choice> units,
        List<Meanwhile.Change> meanwhile) {
    private static final List<String> LANGUAGES =
            List.of(
                    "ja", "en", "zh", "ko", "de", "fr", "es", "it", "pt", "ru", "th", "vi", "id",
                    "mn", "ar");

    static FormPage of(AgreementForm form, String heading, Kinds kinds, Units units) {
        return new FormPage(
                form,
                heading,
                kinds.list().stream()
                        .map(kind ->
                                new Choice(
                                        kind.code(),
                                        t(kind.name()),
                                        form.all("kinds").contains(kind.code())))
                        .toList(),
                ListFields.units(units).toList(),
                List.of());
    }

    FormPage after(List<Meanwhile.Change> changes) {
        return new FormPage(form, heading, kinds, units, changes);
    }

    public List<Choice> levels() {
        return coded("level", "level", Level.values());
    }

    public List<Choice> visibilities() {
        return coded("visibility", "visibility", Visibility.values());
    }

    public List<Choice> terms() {
        return coded("term", "term", Term.Kind.values());
    }

    public List<Choice> renewals() {
        return coded("renewal", "renewal", Term.RenewalMode.values());
    }

    public List<Choice> roles(int i) {
        return coded("role", "unit" + i + "Role", HomeUnit.Role.values());
    }

    public List<Choice> quotaUnits(int i) {
        return coded("quotaUnit", "annex" + i + "Per", Annex.QuotaUnit.values());
    }

    public List<Choice> waivers(int i) {
        return coded("waiver", "annex" + i + "Waiver", Annex.Waiver.values());
    }

    public List<Choice> sides(int i) {
        return coded("side", "signature" + i + "Side", Signature.Side.values());
    }

    public List<Choice> kindsOf(int annex) {
        return chosen(
                "annex" + annex + "Kind",
                kinds.stream().map(kind -> new Choice(kind.value(), kind.label())));
    }

    public List<Choice> unitsOf(int i) {
        return chosen("unit" + i, units.stream());
    }

    public List<Choice> countriesOf(int i) {
        return chosen("party" + i + "Country", Words.countries().stream());
    }

    public List<Choice> languages() {
        return Stream.concat(LANGUAGES.stream(), form.all("languages").stream())
                .distinct()
                .map(code ->
                        new Choice(
                                code, Words.language(code), form.all("languages").contains(code)))
                .toList();
    }

    /// What is wrong, each with the field it is about; in the order of the page.
    public List<Problem> problems() {
        return form.problems().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().isEmpty() ? 0 : 1))
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
