package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.AgreementContent.Visibility;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Ending;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Signature;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;

/// Reads what was typed into the form of an agreement and collects what is wrong with it.
final class FormReader {
    private final AgreementForm form;
    private final PartnerReading partners;
    private final Map<String, String> problems = new LinkedHashMap<>();

    FormReader(AgreementForm form, PartnerReading partners) {
        this.form = form;
        this.partners = partners;
    }

    /// What is wrong, by field; to be asked after [#content].
    Map<String, String> problems() {
        return problems;
    }

    /// The content as far as it can be read; the ending is not on this form.
    AgreementContent content(@Nullable Ending ending) {
        return new AgreementContent(
                bilingual("title"),
                coded(Level.class, "level", Level.UNKNOWN),
                form.all("kinds"),
                coded(Visibility.class, "visibility", Visibility.MEMBERS),
                form.checked("proposed"),
                term(),
                ending,
                parties(),
                units(),
                annexes(),
                signatures(),
                form.all("languages"),
                bilingual("notes"));
    }

    private Term term() {
        return new Term(
                coded(Term.Kind.class, "term", Term.Kind.UNKNOWN),
                date("start"),
                date("end"),
                null,
                new Term.Renewal(
                        coded(Term.RenewalMode.class, "renewal", Term.RenewalMode.UNKNOWN),
                        number("renewalYears", 1, 99),
                        number("noticeMonths", 0, 120),
                        form.checked("pending")));
    }

    private List<Party> parties() {
        List<Party> parties = new ArrayList<>();
        for (int i : form.indices("party")) {
            String at = "party" + i;
            if (form.text(at) != null || form.text(at + "Text") != null) {
                parties.add(partners.read(form, at));
            }
        }
        if (parties.isEmpty()) {
            problems.put("party0", "agreement.problem.noPartner");
        }
        return parties;
    }

    private List<HomeUnit> units() {
        List<HomeUnit> units = new ArrayList<>();
        for (int i : form.indices("unit")) {
            UUID unit = id(form.text("unit" + i));
            String written = form.textOr("unit" + i + "Written", "");
            if (unit != null || !written.isEmpty()) {
                units.add(
                        new HomeUnit(
                                unit,
                                written,
                                coded(
                                        HomeUnit.Role.class,
                                        "unit" + i + "Role",
                                        HomeUnit.Role.RESPONSIBLE)));
            }
        }
        return units;
    }

    private List<Annex> annexes() {
        List<Annex> annexes = new ArrayList<>();
        for (int i : form.indices("annex")) {
            String at = "annex" + i;
            String kind = form.text(at + "Kind");
            if (kind == null) {
                problems.put(at + "Kind", "agreement.problem.annexKind");
                continue;
            }
            annexes.add(
                    new Annex(
                            kind,
                            bilingual(at + "Title"),
                            number(at + "In", 0, 100_000),
                            number(at + "Out", 0, 100_000),
                            coded(Annex.QuotaUnit.class, at + "Per", Annex.QuotaUnit.UNKNOWN),
                            coded(Annex.Waiver.class, at + "Waiver", Annex.Waiver.UNKNOWN),
                            date(at + "Start"),
                            date(at + "End"),
                            bilingual(at + "Notes")));
        }
        return annexes;
    }

    private List<Signature> signatures() {
        List<Signature> signatures = new ArrayList<>();
        for (int i : form.indices("signature")) {
            String at = "signature" + i;
            DateText on = date(at + "On");
            String who = form.text(at + "Who");
            String role = form.text(at + "Role");
            if (who != null || role != null || !on.equals(DateText.NONE)) {
                signatures.add(
                        new Signature(
                                coded(Signature.Side.class, at + "Side", Signature.Side.PARTNER),
                                who,
                                role,
                                on,
                                form.text(at + "Place")));
            }
        }
        return signatures;
    }

    private DateText date(String name) {
        String text = form.text(name);
        if (text == null) {
            return DateText.NONE;
        }
        TypedDate typed = TypedDate.read(text);
        if (typed.problem() != null) {
            problems.put(name, typed.problem());
        }
        return typed.date();
    }

    private @Nullable Integer number(String name, int least, int most) {
        String text = form.text(name);
        if (text == null) {
            return null;
        }
        String digits = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
        if (digits.matches("\\d{1,6}")) {
            int number = Integer.parseInt(digits);
            if (number >= least && number <= most) {
                return number;
            }
        }
        problems.put(name, t("agreement.problem.number", "least", least, "most", most));
        return null;
    }

    private Bilingual bilingual(String name) {
        return new Bilingual(form.value(name + "Ja"), form.value(name + "En"));
    }

    private <E extends Enum<E> & Coded> E coded(Class<E> type, String name, E otherwise) {
        return Coded.find(type, form.text(name)).orElse(otherwise);
    }

    private static @Nullable UUID id(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(one -> one.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .orElse(null);
    }
}
