package org.kakehashi.organization.internal;

import static org.kakehashi.schema.organization.Tables.NAMES;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;
import static org.kakehashi.schema.organization.Tables.REGISTRY_RELEASES;
import static org.kakehashi.schema.organization.Tables.SEARCH;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.LocalOrganization;
import org.kakehashi.organization.OrganizationName;
import org.kakehashi.schema.organization.tables.records.OrganizationsRecord;
import org.kakehashi.schema.organization.tables.records.SearchRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes names people give, and with them the search index of single
/// organizations.
@Repository
public class NameStore {
    private final DSLContext jooq;
    private final OrganizationStore organizations;

    NameStore(DSLContext jooq, OrganizationStore organizations) {
        this.jooq = jooq;
        this.organizations = organizations;
    }

    /// Present and former names: present ones first, in the registry's order.
    public List<OrganizationName> of(UUID organization) {
        return where(NAMES.ORGANIZATION_ID.eq(organization));
    }

    /// Present names the registry gives these organizations, in its order.
    public List<OrganizationName> registered(Collection<UUID> organizations) {
        return where(
                NAMES.ORGANIZATION_ID
                        .in(organizations)
                        .and(NAMES.SOURCE.eq("ror"))
                        .and(NAMES.REMOVED_AT.isNull()));
    }

    public Optional<OrganizationName> find(UUID name) {
        return where(NAMES.ID.eq(name)).stream().findFirst();
    }

    public UUID add(
            UUID organization,
            String value,
            @Nullable String language,
            String kind,
            String source,
            @Nullable String note) {
        CurrentUser user = CurrentUser.get();
        return jooq.insertInto(NAMES)
                .set(NAMES.ORGANIZATION_ID, organization)
                .set(NAMES.VALUE, value)
                .set(NAMES.LANGUAGE, language)
                .set(NAMES.KIND, kind)
                .set(NAMES.SOURCE, source)
                .set(NAMES.POSITION, 1000)
                .set(NAMES.NOTE, note)
                .set(NAMES.CONFIRMED_BY, user.id())
                .set(NAMES.CONFIRMED_BY_LOGIN, user.login())
                .returningResult(NAMES.ID)
                .fetchSingle()
                .value1();
    }

    public void remove(UUID name, OffsetDateTime at) {
        jooq.update(NAMES)
                .set(NAMES.REMOVED_AT, at)
                .set(NAMES.REMOVED_BY, CurrentUser.get().id())
                .set(NAMES.PREFERRED, false)
                .where(NAMES.ID.eq(name).and(NAMES.REMOVED_AT.isNull()))
                .execute();
    }

    /// Makes this the name shown in its language; no other of the organization is any more.
    public void prefer(OrganizationName name, String language) {
        jooq.update(NAMES)
                .set(NAMES.PREFERRED, NAMES.ID.eq(name.id()))
                .where(NAMES.ORGANIZATION_ID.eq(name.organization()))
                .and(NAMES.LANGUAGE.eq(language))
                .and(NAMES.REMOVED_AT.isNull())
                .execute();
        organizations.setShownName(name.organization(), language, name.value());
    }

    /// Takes the record's own name for this language again.
    public void preferNone(UUID organization, String language) {
        jooq.update(NAMES)
                .set(NAMES.PREFERRED, false)
                .where(NAMES.ORGANIZATION_ID.eq(organization).and(NAMES.LANGUAGE.eq(language)))
                .execute();
        String own =
                of(organization).stream()
                        .filter(name -> name.current() && language.equals(name.language()))
                        .filter(name ->
                                name.kind().equals("display") || name.kind().equals("label"))
                        .map(OrganizationName::value)
                        .findFirst()
                        .orElse(null);
        organizations.setShownName(organization, language, own);
    }

    /// Brings the names of a local organization in line with its form.
    public void rename(UUID organization, LocalOrganization given, OffsetDateTime at) {
        keep(organization, given.name().ja(), "ja", at);
        keep(organization, given.name().en(), "en", at);
        keep(organization, given.local(), null, at);
    }

    private void keep(
            UUID organization,
            @Nullable String value,
            @Nullable String language,
            OffsetDateTime at) {
        Condition same =
                NAMES.ORGANIZATION_ID
                        .eq(organization)
                        .and(NAMES.KIND.eq("label"))
                        .and(NAMES.REMOVED_AT.isNull())
                        .and(NAMES.LANGUAGE.isNotDistinctFrom(language));
        boolean unchanged =
                value != null && jooq.fetchExists(NAMES, same.and(NAMES.VALUE.eq(value)));
        if (unchanged) {
            return;
        }
        jooq.update(NAMES)
                .set(NAMES.REMOVED_AT, at)
                .set(NAMES.REMOVED_BY, CurrentUser.get().id())
                .where(same)
                .execute();
        if (value != null) {
            add(organization, value, language, "label", "office", null);
        }
    }

    /// Writes the search row anew from the names as they are.
    public void index(UUID organization) {
        OrganizationsRecord row =
                jooq.fetchSingle(ORGANIZATIONS, ORGANIZATIONS.ID.eq(organization));
        SearchText text = new SearchText();
        of(organization).stream()
                .filter(OrganizationName::current)
                .forEach(name -> text.name(name.value(), name.language(), row.getCountry()));
        Arrays.stream(row.getDomains()).forEach(text::domain);
        if (row.getWebsite() != null) {
            text.domain(row.getWebsite());
        }
        SearchRecord values = jooq.newRecord(SEARCH);
        values.setOrganizationId(organization);
        values.setOrigin(row.getOrigin());
        values.setStatus(row.getStatus());
        values.setCountry(row.getCountry());
        values.setTypes(row.getTypes());
        values.setFolded(text.folded());
        values.setGrams(Arrays.stream(text.grams()).boxed().toArray(Integer[]::new));
        if (jooq.update(SEARCH).set(values).where(SEARCH.ORGANIZATION_ID.eq(organization)).execute()
                == 0) {
            values.setWeight(Weights.LOCAL);
            jooq.insertInto(SEARCH).set(values).execute();
        }
    }

    /// Organizations whose names are not only the registry's: their search rows need more than a
    /// release.
    List<UUID> withOwnNames() {
        return jooq.selectDistinct(NAMES.ORGANIZATION_ID)
                .from(NAMES)
                .where(NAMES.SOURCE.ne("ror").and(NAMES.REMOVED_AT.isNull()))
                .fetch(NAMES.ORGANIZATION_ID);
    }

    private List<OrganizationName> where(Condition condition) {
        return jooq.select(NAMES.fields())
                .select(REGISTRY_RELEASES.NAME.as("release"))
                .from(NAMES)
                .leftJoin(REGISTRY_RELEASES)
                .on(REGISTRY_RELEASES.ID.eq(NAMES.ADDED_RELEASE))
                .where(condition)
                .orderBy(NAMES.REMOVED_AT.desc().nullsFirst(), NAMES.POSITION, NAMES.ADDED_AT)
                .fetch(row ->
                        new OrganizationName(
                                row.get(NAMES.ID),
                                row.get(NAMES.ORGANIZATION_ID),
                                row.get(NAMES.VALUE),
                                row.get(NAMES.LANGUAGE),
                                row.get(NAMES.KIND),
                                row.get(NAMES.SOURCE),
                                row.get(NAMES.PREFERRED),
                                row.get(NAMES.NOTE),
                                row.get(NAMES.CONFIRMED_BY_LOGIN),
                                row.get(NAMES.ADDED_AT),
                                row.get("release", String.class),
                                row.get(NAMES.REMOVED_AT)));
    }
}
