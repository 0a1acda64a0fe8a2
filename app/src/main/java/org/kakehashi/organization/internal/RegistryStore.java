package org.kakehashi.organization.internal;

import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;
import static org.kakehashi.schema.organization.Tables.REGISTRY_CHANGES;
import static org.kakehashi.schema.organization.Tables.REGISTRY_PROBLEMS;
import static org.kakehashi.schema.organization.Tables.REGISTRY_RELEASES;
import static org.kakehashi.schema.organization.Tables.STAGED_NAMES;
import static org.kakehashi.schema.organization.Tables.STAGED_ORGANIZATIONS;
import static org.kakehashi.schema.organization.Tables.STAGED_RELATIONS;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.RegistryChange;
import org.kakehashi.organization.RegistryRelease;
import org.kakehashi.resolver.ror.RorRelease;
import org.kakehashi.schema.organization.tables.records.RegistryReleasesRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Releases of the registry, their changes and problems.
@Repository
public class RegistryStore {
    private final DSLContext jooq;
    private final JsonMapper json;

    RegistryStore(DSLContext jooq, JsonMapper json) {
        this.jooq = jooq;
        this.json = json;
    }

    UUID begin(RorRelease release, @Nullable UUID user, @Nullable String login) {
        return jooq.insertInto(REGISTRY_RELEASES)
                .set(REGISTRY_RELEASES.NAME, release.version().name())
                .set(REGISTRY_RELEASES.RELEASED_ON, release.version().date())
                .set(REGISTRY_RELEASES.FILE_NAME, String.valueOf(release.file().getFileName()))
                .set(REGISTRY_RELEASES.FILE_BYTES, release.packedBytes())
                .set(REGISTRY_RELEASES.STARTED_BY, user)
                .set(REGISTRY_RELEASES.STARTED_BY_LOGIN, login)
                .returningResult(REGISTRY_RELEASES.ID)
                .fetchSingle()
                .value1();
    }

    void state(UUID release, String state, @Nullable OffsetDateTime at) {
        jooq.update(REGISTRY_RELEASES)
                .set(REGISTRY_RELEASES.STATE, state)
                .set(REGISTRY_RELEASES.ENDED_AT, at)
                .where(REGISTRY_RELEASES.ID.eq(release))
                .execute();
    }

    void read(UUID release, long records, long broken) {
        jooq.update(REGISTRY_RELEASES)
                .set(REGISTRY_RELEASES.RECORDS, (int) records)
                .set(REGISTRY_RELEASES.BROKEN, (int) broken)
                .where(REGISTRY_RELEASES.ID.eq(release))
                .execute();
    }

    /// The number of the last record staged for this release; 0 if another's or nothing is there.
    long staged(UUID release) {
        return jooq.select(DSL.max(STAGED_ORGANIZATIONS.RECORD))
                .from(STAGED_ORGANIZATIONS)
                .where(STAGED_ORGANIZATIONS.RELEASE_ID.eq(release))
                .fetchOptional(0, Long.class)
                .orElse(0L);
    }

    void clearStage() {
        jooq.truncate(STAGED_ORGANIZATIONS, STAGED_NAMES, STAGED_RELATIONS).execute();
    }

    void clearProblems(UUID release) {
        jooq.deleteFrom(REGISTRY_PROBLEMS)
                .where(REGISTRY_PROBLEMS.RELEASE_ID.eq(release))
                .execute();
    }

    /// Whether an import is at work now.
    public boolean isRunning() {
        return !jooq.fetchSingle(
                        "select pg_try_advisory_lock({0}) and pg_advisory_unlock({0})",
                        DSL.inline(RorImport.LOCK))
                .get(0, Boolean.class);
    }

    public List<RegistryRelease> releases() {
        return jooq.selectFrom(REGISTRY_RELEASES)
                .orderBy(REGISTRY_RELEASES.STARTED_AT.desc())
                .fetch(RegistryStore::release);
    }

    public Optional<RegistryRelease> find(UUID id) {
        return jooq.selectFrom(REGISTRY_RELEASES)
                .where(REGISTRY_RELEASES.ID.eq(id))
                .fetchOptional(RegistryStore::release);
    }

    public List<RegistryChange> changes(UUID release, String kind, long offset, int limit) {
        return changes(
                REGISTRY_CHANGES
                        .RELEASE_ID
                        .eq(release)
                        .and(kind.isEmpty() ? DSL.noCondition() : REGISTRY_CHANGES.KIND.eq(kind)),
                offset,
                limit);
    }

    public List<RegistryChange> changesOf(UUID organization) {
        return changes(REGISTRY_CHANGES.ORGANIZATION_ID.eq(organization), 0, 200);
    }

    public List<RegistryChange.Problem> problems(UUID release, int limit) {
        return jooq.selectFrom(REGISTRY_PROBLEMS)
                .where(REGISTRY_PROBLEMS.RELEASE_ID.eq(release))
                .orderBy(REGISTRY_PROBLEMS.RECORD)
                .limit(limit)
                .fetch(row ->
                        new RegistryChange.Problem(
                                row.getRecord(),
                                row.getPosition(),
                                row.getRorId(),
                                row.getReason(),
                                row.getDetail()));
    }

    private List<RegistryChange> changes(Condition condition, long offset, int limit) {
        return jooq.select(REGISTRY_CHANGES.fields())
                .select(
                        Rows.ref(ORGANIZATIONS).as("organization"),
                        REGISTRY_RELEASES.NAME,
                        REGISTRY_RELEASES.FILE_NAME,
                        REGISTRY_RELEASES.STARTED_AT)
                .from(REGISTRY_CHANGES)
                .join(ORGANIZATIONS)
                .on(ORGANIZATIONS.ID.eq(REGISTRY_CHANGES.ORGANIZATION_ID))
                .join(REGISTRY_RELEASES)
                .on(REGISTRY_RELEASES.ID.eq(REGISTRY_CHANGES.RELEASE_ID))
                .where(condition)
                .orderBy(REGISTRY_RELEASES.STARTED_AT.desc(), ORGANIZATIONS.NAME, ORGANIZATIONS.ID)
                .limit(limit)
                .offset(offset)
                .fetch(this::change);
    }

    private RegistryChange change(Record row) {
        String name = row.get(REGISTRY_RELEASES.NAME);
        return new RegistryChange(
                row.get(REGISTRY_CHANGES.RELEASE_ID),
                name.isEmpty() ? row.get(REGISTRY_RELEASES.FILE_NAME) : name,
                row.get(REGISTRY_RELEASES.STARTED_AT),
                row.get("organization", OrganizationRef.class),
                row.get(REGISTRY_CHANGES.KIND),
                fields(
                        row.get(REGISTRY_CHANGES.FIELDS),
                        row.get(REGISTRY_CHANGES.BEFORE),
                        row.get(REGISTRY_CHANGES.AFTER)));
    }

    private List<RegistryChange.Field> fields(
            String[] names, @Nullable JSONB before, @Nullable JSONB after) {
        List<RegistryChange.Field> fields = new ArrayList<>();
        for (String name : names) {
            fields.add(new RegistryChange.Field(name, value(before, name), value(after, name)));
        }
        return fields;
    }

    private @Nullable String value(@Nullable JSONB record, String field) {
        if (record == null) {
            return null;
        }
        JsonNode node = json.readTree(record.data()).path(field);
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isArray()) {
            return String.join(" / ", node.valueStream().map(JsonNode::asString).toList());
        }
        return node.isValueNode() ? node.asString() : node.toString();
    }

    private static RegistryRelease release(RegistryReleasesRecord row) {
        return new RegistryRelease(
                row.getId(),
                row.getName(),
                row.getReleasedOn(),
                row.getFileName(),
                row.getFileBytes(),
                row.getState(),
                row.getRecords(),
                row.getAdded(),
                row.getChanged(),
                row.getWithdrawn(),
                row.getUnchanged(),
                row.getMissing(),
                row.getBroken(),
                row.getStartedByLogin(),
                row.getStartedAt(),
                row.getEndedAt());
    }
}
