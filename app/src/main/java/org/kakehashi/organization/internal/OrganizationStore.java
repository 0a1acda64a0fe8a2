package org.kakehashi.organization.internal;

import static org.kakehashi.schema.organization.Tables.DECISIONS;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;
import static org.kakehashi.schema.organization.Tables.PARTNER_UNITS;
import static org.kakehashi.schema.organization.Tables.REGISTRY_CHANGES;
import static org.kakehashi.schema.organization.Tables.REGISTRY_RELEASES;
import static org.kakehashi.schema.organization.Tables.RELATIONS;
import static org.kakehashi.schema.organization.Tables.SUCCESSIONS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.LocalOrganization;
import org.kakehashi.organization.Organization;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Relation;
import org.kakehashi.schema.organization.tables.records.OrganizationsRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The only class that writes single organizations; imports write them in bulk ([RorMerge]).
@Repository
public class OrganizationStore {
    private static final TypeReference<LinkedHashMap<String, List<String>>> IDS =
            new TypeReference<>() {};

    private final DSLContext jooq;
    private final JsonMapper json;

    OrganizationStore(DSLContext jooq, JsonMapper json) {
        this.jooq = jooq;
        this.json = json;
    }

    public Map<UUID, OrganizationRef> refs(Collection<UUID> ids) {
        Map<UUID, OrganizationRef> found = new LinkedHashMap<>();
        jooq.select(Rows.ref(ORGANIZATIONS))
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.ID.in(ids))
                .forEach(row -> found.put(row.value1().id(), row.value1()));
        return found;
    }

    /// The organizations of these ROR ids, by ROR id.
    public Map<String, OrganizationRef> byRor(Collection<String> rorIds) {
        Map<String, OrganizationRef> found = new LinkedHashMap<>();
        jooq.select(ORGANIZATIONS.ROR_ID, Rows.ref(ORGANIZATIONS))
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.ROR_ID.in(rorIds))
                .forEach(row -> found.put(row.value1(), row.value2()));
        return found;
    }

    /// The organizations of these identifiers of the resolver.
    public Map<String, OrganizationRef> byKey(Collection<String> keys) {
        Map<String, OrganizationRef> found = new LinkedHashMap<>();
        List<UUID> local = new ArrayList<>();
        List<String> ror = new ArrayList<>();
        for (String key : keys) {
            if (key.length() == 36) {
                local.add(UUID.fromString(key));
            } else {
                ror.add(key);
            }
        }
        if (!ror.isEmpty()) {
            found.putAll(byRor(ror));
        }
        if (!local.isEmpty()) {
            refs(local).forEach((id, ref) -> found.put(id.toString(), ref));
        }
        return found;
    }

    public Optional<Organization> find(UUID id) {
        return jooq.select(ORGANIZATIONS.fields())
                .select(Rows.ref(ORGANIZATIONS).as("ref"), REGISTRY_RELEASES.NAME.as("release"))
                .from(ORGANIZATIONS)
                .leftJoin(REGISTRY_RELEASES)
                .on(REGISTRY_RELEASES.ID.eq(ORGANIZATIONS.RELEASE_ID))
                .where(ORGANIZATIONS.ID.eq(id))
                .fetchOptional(this::organization);
    }

    /// Records of the registry, by ROR id.
    public Map<String, Organization> published(Collection<String> rorIds) {
        Map<String, Organization> found = new LinkedHashMap<>();
        jooq.select(ORGANIZATIONS.fields())
                .select(Rows.ref(ORGANIZATIONS).as("ref"), REGISTRY_RELEASES.NAME.as("release"))
                .from(ORGANIZATIONS)
                .leftJoin(REGISTRY_RELEASES)
                .on(REGISTRY_RELEASES.ID.eq(ORGANIZATIONS.RELEASE_ID))
                .where(ORGANIZATIONS.ROR_ID.in(rorIds))
                .forEach(row -> found.put(row.get(ORGANIZATIONS.ROR_ID), organization(row)));
        return found;
    }

    /// ROR ids of records with this identifier of another scheme, as the registry writes it.
    public List<String> withIdentifier(String scheme, String value, int limit) {
        String wanted = json.writeValueAsString(Map.of(scheme, List.of(value)));
        return jooq.select(ORGANIZATIONS.ROR_ID)
                .from(ORGANIZATIONS)
                .where(
                        DSL.condition(
                                "{0} @> {1}",
                                ORGANIZATIONS.EXTERNAL_IDS, DSL.val(JSONB.valueOf(wanted))))
                .and(ORGANIZATIONS.ROR_ID.isNotNull())
                .limit(limit)
                .fetch(ORGANIZATIONS.ROR_ID);
    }

    /// Records of the registry these organizations are part of.
    public Map<UUID, List<OrganizationRef>> parents(Collection<UUID> ids) {
        return jooq.select(RELATIONS.ORGANIZATION_ID, Rows.ref(ORGANIZATIONS))
                .from(RELATIONS)
                .join(ORGANIZATIONS)
                .on(ORGANIZATIONS.ID.eq(RELATIONS.OTHER_ID))
                .where(RELATIONS.ORGANIZATION_ID.in(ids).and(RELATIONS.TYPE.eq("parent")))
                .and(ORGANIZATIONS.ROR_ID.isNotNull())
                .orderBy(ORGANIZATIONS.NAME)
                .fetchGroups(row -> row.value1(), row -> row.value2());
    }

    public List<Relation> relations(UUID id, int limit) {
        return jooq.select(RELATIONS.TYPE, Rows.ref(ORGANIZATIONS))
                .from(RELATIONS)
                .join(ORGANIZATIONS)
                .on(ORGANIZATIONS.ID.eq(RELATIONS.OTHER_ID))
                .where(RELATIONS.ORGANIZATION_ID.eq(id))
                .orderBy(RELATIONS.TYPE.desc(), ORGANIZATIONS.NAME)
                .limit(limit)
                .fetch(row -> new Relation(row.value1(), row.value2()));
    }

    /// Which parts of a profile there is anything for.
    public record Presence(
            boolean relations,
            boolean successions,
            boolean units,
            boolean decisions,
            boolean changes) {}

    /// Most organizations have few of these parts: one question instead of five.
    public Presence presence(UUID id) {
        return jooq.select(
                        there(RELATIONS, RELATIONS.ORGANIZATION_ID.eq(id)),
                        there(
                                SUCCESSIONS,
                                SUCCESSIONS
                                        .PREDECESSOR_ID
                                        .eq(id)
                                        .or(SUCCESSIONS.SUCCESSOR_ID.eq(id))),
                        there(PARTNER_UNITS, PARTNER_UNITS.ORGANIZATION_ID.eq(id)),
                        there(DECISIONS, DECISIONS.ORGANIZATION_ID.eq(id)),
                        there(REGISTRY_CHANGES, REGISTRY_CHANGES.ORGANIZATION_ID.eq(id)))
                .fetchSingle(Records.mapping(Presence::new));
    }

    private static Field<Boolean> there(Table<?> table, Condition condition) {
        return DSL.field(DSL.exists(DSL.selectOne().from(table).where(condition)));
    }

    public int relationCount(UUID id) {
        return jooq.fetchCount(RELATIONS, RELATIONS.ORGANIZATION_ID.eq(id));
    }

    public UUID insert(LocalOrganization given) {
        OrganizationsRecord values = values(given);
        values.setOrigin("local");
        return jooq.insertInto(ORGANIZATIONS)
                .set(values)
                .returningResult(ORGANIZATIONS.ID)
                .fetchSingle()
                .value1();
    }

    public void update(UUID id, int version, LocalOrganization given) {
        int changed =
                jooq.update(ORGANIZATIONS)
                        .set(values(given))
                        .set(ORGANIZATIONS.VERSION, ORGANIZATIONS.VERSION.plus(1))
                        .where(ORGANIZATIONS.ID.eq(id))
                        .and(ORGANIZATIONS.ORIGIN.eq("local"))
                        .and(ORGANIZATIONS.VERSION.eq(version))
                        .execute();
        if (changed == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    /// The name shown in a language; null takes the record's own.
    void setShownName(UUID id, String language, @Nullable String value) {
        jooq.update(ORGANIZATIONS)
                .set(language.equals("ja") ? ORGANIZATIONS.NAME_JA : ORGANIZATIONS.NAME_EN, value)
                .set(ORGANIZATIONS.VERSION, ORGANIZATIONS.VERSION.plus(1))
                .where(ORGANIZATIONS.ID.eq(id))
                .execute();
    }

    private OrganizationsRecord values(LocalOrganization given) {
        OrganizationsRecord values = jooq.newRecord(ORGANIZATIONS);
        values.setStatus(given.status().code());
        values.setName(given.registered());
        values.setNameJa(given.name().ja());
        values.setNameEn(given.name().en());
        values.setCountry(Rows.code(given.country()));
        values.setCity(given.city());
        values.setTypes(given.types().toArray(String[]::new));
        values.setWebsite(given.website());
        values.setLatitude(given.latitude());
        values.setLongitude(given.longitude());
        values.setNote(given.note());
        return values;
    }

    private Organization organization(Record row) {
        return new Organization(
                row.get("ref", OrganizationRef.class),
                row.get(ORGANIZATIONS.ORIGIN),
                Arrays.asList(row.get(ORGANIZATIONS.TYPES)),
                row.get(ORGANIZATIONS.ESTABLISHED),
                row.get(ORGANIZATIONS.SUBDIVISION),
                row.get(ORGANIZATIONS.LATITUDE),
                row.get(ORGANIZATIONS.LONGITUDE),
                row.get(ORGANIZATIONS.WEBSITE),
                row.get(ORGANIZATIONS.WIKIPEDIA),
                Arrays.asList(row.get(ORGANIZATIONS.DOMAINS)),
                ids(row.get(ORGANIZATIONS.EXTERNAL_IDS)),
                row.get(ORGANIZATIONS.NOTE),
                row.get(ORGANIZATIONS.REGISTRY_MODIFIED),
                row.get("release", String.class),
                row.get(ORGANIZATIONS.VERSION));
    }

    private Map<String, List<String>> ids(JSONB stored) {
        return json.readValue(stored.data(), IDS);
    }
}
