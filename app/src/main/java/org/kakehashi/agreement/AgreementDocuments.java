package org.kakehashi.agreement;

import static org.kakehashi.schema.agreement.Tables.REGISTER_LINES;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kakehashi.access.Access;
import org.kakehashi.agreement.facts.AgreementScope;
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.document.TemplateValues;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// Agreements have documents: texts, signed copies, letters.
@Component
class AgreementDocuments implements DocumentOwner {
    private final Agreements agreements;
    private final Organizations organizations;
    private final AgreementScope scope;
    private final Access access;
    private final Kinds kinds;

    AgreementDocuments(
            Agreements agreements,
            Organizations organizations,
            AgreementScope scope,
            Access access,
            Kinds kinds) {
        this.agreements = agreements;
        this.organizations = organizations;
        this.scope = scope;
        this.access = access;
        this.kinds = kinds;
    }

    @Override
    public String kind() {
        return AgreementSubject.KIND;
    }

    @Override
    public Bilingual name() {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, "agreement.review.kind"),
                Messages.text(Locale.ENGLISH, "agreement.review.kind"));
    }

    @Override
    public Map<UUID, Owner> find(Collection<UUID> ids) {
        List<Agreement> found = agreements.findAll(ids);
        Map<UUID, OrganizationRef> partners = partners(found);
        return found.stream()
                .collect(
                        Collectors.toMap(
                                Agreement::id,
                                one ->
                                        new Owner(
                                                AgreementSubject.title(one, partners),
                                                "/agreements/" + one.id(),
                                                agreements.mayEdit(one.content()))));
    }

    /// What templates may ask of an agreement. What nobody knows is left out, and so is named when
    /// a template asks for it.
    @Override
    public TemplateValues values(UUID id) {
        Agreement agreement = agreements.get(id);
        AgreementContent content = agreement.content();
        Map<UUID, OrganizationRef> partners = partners(List.of(agreement));
        Bilingual title = AgreementSubject.title(agreement, partners);
        Map<String, String> fields = new HashMap<>();
        fields.put("number", agreement.number());
        put(fields, "title", title);
        put(
                fields,
                "partner",
                new Bilingual(
                        names(content, partners, Locale.JAPANESE),
                        names(content, partners, Locale.ENGLISH)));
        put(fields, "start", content.term().start());
        put(fields, "end", content.term().end());
        return new TemplateValues(
                fields,
                Map.of(
                        "annexes",
                        content.annexes().stream().map(this::annex).toList(),
                        "partners",
                        content.parties().stream().map(one -> partner(one, partners)).toList()));
    }

    private Map<String, String> annex(Annex annex) {
        Map<String, String> fields = new HashMap<>();
        put(fields, "kind", kinds.name(annex.kind()));
        if (annex.quotaIn() != null) {
            fields.put("quota_in", String.valueOf(annex.quotaIn()));
        }
        if (annex.quotaOut() != null) {
            fields.put("quota_out", String.valueOf(annex.quotaOut()));
        }
        put(fields, "start", annex.start());
        put(fields, "end", annex.end());
        return fields;
    }

    private static Map<String, String> partner(Party party, Map<UUID, OrganizationRef> known) {
        Map<String, String> fields = new HashMap<>();
        put(
                fields,
                "name",
                new Bilingual(
                        AgreementSubject.name(party, known, Locale.JAPANESE),
                        AgreementSubject.name(party, known, Locale.ENGLISH)));
        return fields;
    }

    private static String names(
            AgreementContent content, Map<UUID, OrganizationRef> known, Locale locale) {
        return content.parties().stream()
                .map(party -> AgreementSubject.name(party, known, locale))
                .collect(Collectors.joining(Messages.text(locale, "agreement.and")));
    }

    /// `x` in the language of the reader, `x_ja` and `x_en`.
    private static void put(Map<String, String> fields, String name, Bilingual text) {
        if (text.parity() == Bilingual.Parity.NONE) {
            return;
        }
        fields.put(name, Text.t(text));
        fields.put(name + "_ja", text.in(Locale.JAPANESE));
        fields.put(name + "_en", text.in(Locale.ENGLISH));
    }

    /// Only a day that is known to the day.
    private static void put(Map<String, String> fields, String name, DateText date) {
        if (date.date() != null && date.precision() == DateText.Precision.DAY) {
            fields.put(name, Dates.day(date.date()));
        }
    }

    @Override
    public Condition visible(Field<UUID> id) {
        return among(id, scope.condition());
    }

    @Override
    public Condition changeable(Field<UUID> id) {
        return among(id, access.scope("agreement.edit", REGISTER_LINES.UNIT_IDS, null));
    }

    private Map<UUID, OrganizationRef> partners(List<Agreement> some) {
        return organizations.find(
                some.stream()
                        .flatMap(one -> one.content().parties().stream())
                        .map(Party::organization)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private static Condition among(Field<UUID> id, Condition wanted) {
        return id.in(DSL.select(REGISTER_LINES.AGREEMENT_ID).from(REGISTER_LINES).where(wanted));
    }
}
