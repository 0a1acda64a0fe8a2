package org.kakehashi.interchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.agreement.Status;
import org.kakehashi.agreement.facts.AgreementCounts;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Counted;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.interchange.internal.Identifiers;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.OpenRegistry;
import org.kakehashi.organization.Organization;
import org.kakehashi.organization.OrganizationName;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Service;

/// Values of properties for records already reconciled, so that a list gains columns. Tells only
/// what is public: the registry, and agreements everybody may see.
@Service
public class Extension {
    /// Proposed, lapsed and ended agreements are no promise to anyone outside.
    private static final Status[] SHOWN = {Status.IN_FORCE, Status.EXPIRING, Status.UNKNOWN};

    private final OpenRegistry registry;
    private final AgreementCounts agreements;
    private final AgreementFacts facts;
    private final Kinds kinds;
    private final Access access;
    private final Clock clock;

    Extension(
            OpenRegistry registry,
            AgreementCounts agreements,
            AgreementFacts facts,
            Kinds kinds,
            Access access,
            Clock clock) {
        this.registry = registry;
        this.agreements = agreements;
        this.facts = facts;
        this.kinds = kinds;
        this.access = access;
        this.clock = clock;
    }

    /// A column wanted.
    ///
    /// @param limit how many values at most, 0 for all
    /// @param codes codes instead of words, where there are codes (country, type, status)
    public record Column(Property property, int limit, boolean codes) {}

    /// Values by identifier as asked, and by column in the order asked. Unknown stays empty.
    public Map<String, List<List<Value>>> values(
            Collection<String> ids, List<Column> columns, Locale locale) {
        access.require("interchange.reconcile");
        Map<String, String> bare = new LinkedHashMap<>();
        for (String id : ids) {
            String known = Identifiers.as(Property.ROR, id);
            bare.put(id, known == null ? "" : known);
        }
        Map<String, Organization> found =
                registry.find(bare.values().stream().filter(id -> !id.isEmpty()).toList());
        Facts facts = facts(found.values(), columns);
        Map<String, List<List<Value>>> rows = new LinkedHashMap<>();
        bare.forEach((id, known) -> {
            Organization organization = found.get(known);
            rows.put(
                    id,
                    columns.stream()
                            .map(column ->
                                    organization == null
                                            ? List.<Value>of()
                                            : values(organization, column, facts, locale))
                            .toList());
        });
        return rows;
    }

    /// What is read for all organizations at once.
    private record Facts(
            Map<UUID, List<OrganizationName>> names,
            Map<UUID, List<OrganizationRef>> successors,
            Map<UUID, List<OrganizationRef>> parents,
            Map<String, Long> agreements,
            Map<UUID, List<String>> kinds) {}

    private Facts facts(Collection<Organization> organizations, List<Column> columns) {
        List<UUID> ids = organizations.stream().map(one -> one.ref().id()).toList();
        boolean named =
                asks(
                        columns,
                        Property.LABEL_JA,
                        Property.LABEL_EN,
                        Property.ALIAS,
                        Property.ACRONYM);
        return new Facts(
                named ? registry.names(ids) : Map.of(),
                asks(columns, Property.SUCCESSOR) ? registry.successors(ids) : Map.of(),
                asks(columns, Property.PARENT) ? registry.parents(ids) : Map.of(),
                asks(columns, Property.AGREEMENTS) ? publicAgreements() : Map.of(),
                asks(columns, Property.AGREEMENT_KIND) ? publicKinds(ids) : Map.of());
    }

    private static boolean asks(List<Column> columns, Property... some) {
        return columns.stream().anyMatch(column -> List.of(some).contains(column.property()));
    }

    private Map<String, Long> publicAgreements() {
        Map<String, Long> numbers = new TreeMap<>();
        CurrentUser.PUBLIC
                .call(() -> agreements.by(Dimension.PARTNER, List.of(shown())))
                .forEach((partner, counts) -> numbers.put(partner, counts[0]));
        return numbers;
    }

    /// Kinds of public agreements, for the few of these organizations that have any.
    private Map<UUID, List<String>> publicKinds(List<UUID> ids) {
        Map<String, Long> partners = publicAgreements();
        Map<UUID, List<String>> kinds = new LinkedHashMap<>();
        for (UUID id : ids) {
            if (partners.containsKey(id.toString())) {
                kinds.put(id, kindsWith(id));
            }
        }
        return kinds;
    }

    private List<String> kindsWith(UUID partner) {
        AgreementFilter filter = shown().with(Dimension.PARTNER, partner.toString());
        return CurrentUser.PUBLIC.call(() -> facts.countBy(Dimension.KIND, filter)).stream()
                .map(Counted::value)
                .filter(kind -> !kind.equals(Dimension.UNKNOWN))
                .toList();
    }

    private AgreementFilter shown() {
        return AgreementFilter.of(Map.of(), LocalDate.now(clock))
                .with(SHOWN)
                .with(Dimension.VISIBILITY, "public");
    }

    private List<Value> values(
            Organization organization, Column column, Facts facts, Locale locale) {
        List<Value> all = values(organization, column.property(), column.codes(), facts, locale);
        return column.limit() > 0 && all.size() > column.limit()
                ? all.subList(0, column.limit())
                : all;
    }

    private List<Value> values(
            Organization organization,
            Property property,
            boolean codes,
            Facts facts,
            Locale locale) {
        OrganizationRef ref = organization.ref();
        return switch (property) {
            case NAME -> List.of(new Value.Words(ref.registered(), null));
            case LABEL_JA -> label(facts, ref, ref.name().ja(), "ja");
            case LABEL_EN -> label(facts, ref, ref.name().en(), "en");
            case ALIAS -> names(facts, ref, "alias");
            case ACRONYM -> names(facts, ref, "acronym");
            case COUNTRY ->
                    ref.country() == null
                            ? List.of()
                            : word(
                                    codes ? ref.country().code() : ref.country().name(locale),
                                    codes ? null : locale.getLanguage());
            case CITY -> word(ref.city(), null);
            case SUBDIVISION -> word(organization.subdivision(), null);
            case TYPE -> coded(organization.types(), "organization.type.", codes, locale);
            case STATUS ->
                    coded(List.of(ref.status().code()), "organization.status.", codes, locale);
            case SUCCESSOR -> entities(facts.successors().get(ref.id()), locale);
            case PARENT -> entities(facts.parents().get(ref.id()), locale);
            case ESTABLISHED ->
                    organization.established() == null
                            ? List.of()
                            : List.of(new Value.Whole(organization.established()));
            case WEBSITE -> word(organization.website(), null);
            case DOMAIN -> words(organization.domains());
            case WIKIPEDIA -> word(organization.wikipedia(), null);
            case LATITUDE -> real(organization.latitude());
            case LONGITUDE -> real(organization.longitude());
            case ROR -> word("https://ror.org/" + ref.rorId(), null);
            case ISNI, WIKIDATA, GRID, FUNDREF ->
                    words(organization.externalIds().getOrDefault(property.id(), List.of()));
            case AGREEMENTS -> whole(facts.agreements().get(ref.id().toString()));
            case AGREEMENT_KIND ->
                    facts.kinds().getOrDefault(ref.id(), List.of()).stream()
                            .flatMap(kind ->
                                    (codes
                                                    ? word(kind, null)
                                                    : word(
                                                            kinds.name(kind).in(locale),
                                                            locale.getLanguage()))
                                            .stream())
                            .toList();
        };
    }

    /// The registry's names in a language; where it has none, the one everybody is shown.
    private static List<Value> label(
            Facts facts, OrganizationRef ref, @Nullable String shown, String language) {
        List<Value> labels =
                facts.names().getOrDefault(ref.id(), List.of()).stream()
                        .filter(name -> language.equals(name.language()))
                        .filter(name ->
                                name.kind().equals("label") || name.kind().equals("display"))
                        .map(name -> name.value())
                        .distinct()
                        .<Value>map(name -> new Value.Words(name, language))
                        .toList();
        return labels.isEmpty() ? word(shown, language) : labels;
    }

    private static List<Value> names(Facts facts, OrganizationRef ref, String kind) {
        return facts.names().getOrDefault(ref.id(), List.of()).stream()
                .filter(name -> name.kind().equals(kind))
                .<Value>map(name -> new Value.Words(name.value(), name.language()))
                .toList();
    }

    private static List<Value> coded(
            List<String> codes, String prefix, boolean asCodes, Locale locale) {
        return codes.stream()
                .<Value>map(code ->
                        asCodes || !Messages.has(prefix + code)
                                ? new Value.Words(code, null)
                                : new Value.Words(
                                        Messages.text(locale, prefix + code), locale.getLanguage()))
                .toList();
    }

    private static List<Value> entities(@Nullable List<OrganizationRef> some, Locale locale) {
        List<Value> values = new ArrayList<>();
        for (OrganizationRef one : some == null ? List.<OrganizationRef>of() : some) {
            if (one.rorId() != null) {
                values.add(
                        new Value.Entity(
                                one.rorId(), one.label(locale), one.labelLanguage(locale)));
            }
        }
        return values;
    }

    private static List<Value> word(@Nullable String text, @Nullable String language) {
        return text == null || text.isEmpty()
                ? List.of()
                : List.of(new Value.Words(text, language));
    }

    private static List<Value> words(List<String> texts) {
        return texts.stream().<Value>map(text -> new Value.Words(text, null)).toList();
    }

    private static List<Value> real(@Nullable Double number) {
        return number == null ? List.of() : List.of(new Value.Real(number));
    }

    private static List<Value> whole(@Nullable Long number) {
        return number == null ? List.of() : List.of(new Value.Whole(number));
    }
}
