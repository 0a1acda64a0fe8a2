package org.kakehashi.agreement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.AgreementContent.Visibility;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Ending;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Term;

/// Reads what was typed into the form of an agreement and collects what is wrong with it.
final class FormReader extends FieldReader {
    private final PartnerReading partners;

    FormReader(AgreementForm form, PartnerReading partners) {
        super(form);
        this.partners = partners;
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
            annexes.add(annex(at, kind));
        }
        return annexes;
    }
}
