package org.kakehashi.proposal.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.agreement.Term.RenewalMode;
import org.kakehashi.kernel.Coded;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.proposal.Proposal;
import org.kakehashi.proposal.ProposalContent.Answer;
import org.kakehashi.proposal.ProposalContent.Degrees;
import org.kakehashi.proposal.ProposalContent.Purpose;
import org.kakehashi.proposal.ProposalContent.TermKind;
import org.kakehashi.proposal.RuleFinding;
import org.kakehashi.proposal.RuleFinding.Step;
import org.kakehashi.proposal.Surroundings;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;
import org.springframework.util.MultiValueMap;

/// A page of the form.
///
/// @param proposal null for a new one
/// @param beside what there is already with the partner; null on other pages
public record ProposalFormPage(
        @Nullable Proposal proposal,
        Step step,
        MultiValueMap<String, String> typed,
        Map<String, String> problems,
        @Nullable OrganizationRef partner,
        List<OrganizationRef> successors,
        List<Unit> units,
        List<Kinds.Kind> kinds,
        List<RuleFinding> findings,
        @Nullable Known beside) {
    static final List<Step> ORDER = List.of(Step.PARTNER, Step.BESIDE, Step.AIM, Step.CONDITIONS);
    private static final List<String> LANGUAGES =
            List.of(
                    "ja", "en", "zh", "ko", "fr", "de", "es", "pt", "it", "ru", "vi", "th", "id",
                    "mn");

    /// What there is already.
    public record Known(
            List<Surroundings.Known> agreements,
            List<Proposal> open,
            List<Surroundings.Year> record,
            List<Section> sections,
            Map<UUID, String> names) {}

    public record Section(String title, Content content) {}

    public String value(String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value;
    }

    public String action() {
        return proposal == null ? "/proposals/new" : proposal.href() + "/edit/" + step.code();
    }

    public String heading() {
        return proposal == null
                ? t("proposal.new")
                : t("proposal.edit.heading", "number", proposal.number());
    }

    public List<Step> order() {
        return ORDER;
    }

    public int number() {
        return ORDER.indexOf(step) + 1;
    }

    public boolean last() {
        return number() == ORDER.size();
    }

    /// Findings that this page puts right.
    public List<RuleFinding> ofThisPage() {
        return findings.stream().filter(one -> one.step() == step).toList();
    }

    public String partnerText() {
        return partner == null ? value("partnerText") : partner.label(Text.locale());
    }

    public List<Problem> shown() {
        return problems.entrySet().stream()
                .map(one ->
                        new Problem(
                                t(one.getValue()),
                                one.getKey().isEmpty() ? null : "#" + one.getKey(),
                                null))
                .toList();
    }

    private <E extends Enum<E> & Coded> List<Choice> coded(
            String name, String words, E[] values, boolean unknown) {
        return Arrays.stream(values)
                .filter(one -> unknown || !one.code().equals("unknown"))
                .map(one ->
                        new Choice(
                                one.code(),
                                t("proposal." + words + "." + one.code()),
                                typed.getOrDefault(name, List.of()).contains(one.code())))
                .toList();
    }

    public List<Choice> degrees() {
        return coded("degrees", "degrees", Degrees.values(), true);
    }

    public List<Choice> levels() {
        return coded("level", "level", AgreementContent.Level.values(), false);
    }

    public List<Choice> purposes() {
        return coded("purposes", "purpose", Purpose.values(), false);
    }

    public List<Choice> terms() {
        return coded("term", "term", TermKind.values(), false);
    }

    public List<Choice> renewals() {
        return coded("renewal", "renewal", RenewalMode.values(), false);
    }

    public List<Choice> answers(String name) {
        return coded(name, "answer", Answer.values(), true);
    }

    public List<Choice> kindChoices() {
        return kinds.stream()
                .map(one ->
                        new Choice(
                                one.code(),
                                t(one.name()),
                                typed.getOrDefault("kinds", List.of()).contains(one.code())))
                .toList();
    }

    public List<Choice> unitChoices() {
        return units.stream()
                .map(one -> new Choice(one.id().toString(), t(one.name())).chosenIf(value("unit")))
                .toList();
    }

    public List<Choice> otherUnits() {
        return units.stream()
                .map(one ->
                        new Choice(
                                one.id().toString(),
                                t(one.name()),
                                typed.getOrDefault("units", List.of())
                                        .contains(one.id().toString())))
                .toList();
    }

    public List<Choice> languages() {
        return LANGUAGES.stream()
                .map(code ->
                        new Choice(
                                code,
                                Locale.of(code).getDisplayLanguage(Text.locale()),
                                typed.getOrDefault("languages", List.of()).contains(code)))
                .toList();
    }

    public List<Choice> bindings() {
        return LANGUAGES.stream()
                .map(code ->
                        new Choice(code, Locale.of(code).getDisplayLanguage(Text.locale()))
                                .chosenIf(value("binding")))
                .toList();
    }

    /// Agreements that the proposed one may take the place of.
    public List<Choice> replaceable() {
        return beside == null
                ? List.of()
                : beside.agreements().stream()
                        .map(one ->
                                new Choice(
                                                one.agreement().id().toString(),
                                                one.agreement().number()
                                                        + " "
                                                        + t(one.agreement().content().title()))
                                        .chosenIf(value("replaces")))
                        .toList();
    }

    public List<Choice> relatable() {
        return beside == null
                ? List.of()
                : beside.open().stream()
                        .map(one ->
                                new Choice(one.id().toString(), one.number())
                                        .chosenIf(value("related")))
                        .toList();
    }
}
