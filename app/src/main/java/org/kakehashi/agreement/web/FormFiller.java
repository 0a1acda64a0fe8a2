package org.kakehashi.agreement.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Signature;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.DateText;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// Puts an agreement into its form.
@Component
class FormFiller {
    private final Organizations organizations;

    FormFiller(Organizations organizations) {
        this.organizations = organizations;
    }

    /// A form for a new agreement, with one line for a partner and one for a unit.
    AgreementForm empty(@Nullable UUID partner, @Nullable UUID unit) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        fill(
                values,
                AgreementContent.of(
                        AgreementContent.Level.UNKNOWN,
                        List.of(),
                        Term.UNKNOWN,
                        List.of(partner == null ? Party.written("", null) : Party.of(partner)),
                        List.of(new HomeUnit(unit, "", HomeUnit.Role.RESPONSIBLE))));
        return new AgreementForm(null, "", values, Map.of());
    }

    AgreementForm of(Agreement agreement) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        fill(values, agreement.content());
        return new AgreementForm(
                agreement.id().toString(), Integer.toString(agreement.version()), values, Map.of());
    }

    private void fill(Map<String, List<String>> values, AgreementContent content) {
        put(values, "titleJa", content.title().ja());
        put(values, "titleEn", content.title().en());
        put(values, "level", content.level().code());
        values.put("kinds", content.kinds());
        put(values, "visibility", content.visibility().code());
        put(values, "proposed", content.proposed());
        term(values, content.term());
        values.put("languages", content.textLanguages());
        put(values, "notesJa", content.notes().ja());
        put(values, "notesEn", content.notes().en());
        counted(values, "party", content.parties(), this::party);
        counted(values, "unit", content.homeUnits(), FormFiller::unit);
        counted(values, "annex", content.annexes(), FormFiller::annex);
        counted(values, "signature", content.signatures(), FormFiller::signature);
    }

    private static void term(Map<String, List<String>> values, Term term) {
        put(values, "term", term.kind().code());
        put(values, "start", date(term.start()));
        put(values, "end", date(term.end()));
        put(values, "renewal", term.renewal().mode().code());
        put(values, "renewalYears", term.renewal().years());
        put(values, "noticeMonths", term.renewal().noticeMonths());
        put(values, "pending", term.renewal().pending());
    }

    private void party(Map<String, List<String>> values, String at, Party party) {
        OrganizationRef known =
                party.organization() == null
                        ? null
                        : organizations.find(party.organization()).orElse(null);
        put(values, at, party.organization());
        put(values, at + "Text", known == null ? party.written() : known.label(Text.locale()));
        put(values, at + "Was", party.organization());
        put(values, at + "WasText", known == null ? party.written() : known.label(Text.locale()));
        put(values, at + "Written", party.written());
        put(values, at + "Alternative", party.alternative());
        put(values, at + "Faculty", party.partnerUnitWritten());
        put(values, at + "FacultyId", party.partnerUnit());
        put(values, at + "Country", party.country());
        put(values, at + "CountryWritten", party.countryWritten());
    }

    private static void unit(Map<String, List<String>> values, String at, HomeUnit unit) {
        put(values, at, unit.unit());
        put(values, at + "Written", unit.written());
        put(values, at + "Role", unit.role().code());
    }

    static void annex(Map<String, List<String>> values, String at, Annex annex) {
        put(values, at + "Id", annex.id());
        put(values, at + "Kind", annex.kind());
        put(values, at + "TitleJa", annex.title().ja());
        put(values, at + "TitleEn", annex.title().en());
        put(values, at + "In", annex.quotaIn());
        put(values, at + "Out", annex.quotaOut());
        put(values, at + "Per", annex.quotaUnit().code());
        put(values, at + "Waiver", annex.tuitionWaiver().code());
        put(values, at + "Start", date(annex.start()));
        put(values, at + "End", date(annex.end()));
        put(values, at + "NotesJa", annex.notes().ja());
        put(values, at + "NotesEn", annex.notes().en());
    }

    static void signature(Map<String, List<String>> values, String at, Signature signature) {
        put(values, at + "Side", signature.side().code());
        put(values, at + "Who", signature.who());
        put(values, at + "Role", signature.role());
        put(values, at + "On", date(signature.on()));
        put(values, at + "Place", signature.place());
    }

    interface Filler<T> {
        void fill(Map<String, List<String>> values, String at, T value);
    }

    static <T> void counted(
            Map<String, List<String>> values, String group, List<T> all, Filler<T> filler) {
        put(values, group + "Count", all.size());
        for (int i = 0; i < all.size(); i++) {
            filler.fill(values, group + i, all.get(i));
        }
    }

    static void put(Map<String, List<String>> values, String name, @Nullable Object value) {
        values.put(name, AgreementForm.one(value));
    }

    /// As it was written, so that saving does not change it.
    static String date(DateText date) {
        return date.written().isEmpty() ? date.iso() : date.written();
    }
}
