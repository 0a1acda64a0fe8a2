package org.kakehashi.organization.internal;

import static org.kakehashi.schema.organization.Tables.DECISIONS;
import static org.kakehashi.schema.organization.Tables.LINKS;
import static org.kakehashi.schema.organization.Tables.MOVED_RECORDS;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;
import static org.kakehashi.schema.organization.Tables.PARTNER_UNITS;
import static org.kakehashi.schema.organization.Tables.SEARCH;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.Links.Link;
import org.kakehashi.organization.OrganizationName;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.schema.organization.tables.Organizations;
import org.springframework.stereotype.Repository;

/// The only class that writes links and what followed them.
@Repository
public class LinkStore {
    private static final String NAME = "organization.names";
    private static final String DECISION = "organization.decisions";
    private static final String UNIT = "organization.partner_units";
    private static final Organizations LOCAL = ORGANIZATIONS.as("local");
    private static final Organizations REGISTERED = ORGANIZATIONS.as("registered");

    private final DSLContext jooq;
    private final NameStore names;

    LinkStore(DSLContext jooq, NameStore names) {
        this.jooq = jooq;
        this.names = names;
    }

    public List<Link> of(UUID organization) {
        return where(LINKS.LOCAL_ID.eq(organization).or(LINKS.REGISTERED_ID.eq(organization)));
    }

    public Optional<Link> find(UUID id) {
        return where(LINKS.ID.eq(id)).stream().findFirst();
    }

    private List<Link> where(Condition which) {
        return jooq.select(
                        LINKS.ID,
                        Rows.ref(LOCAL),
                        Rows.ref(REGISTERED),
                        LINKS.LINKED_BY_LOGIN,
                        LINKS.LINKED_AT)
                .from(LINKS)
                .join(LOCAL)
                .on(LOCAL.ID.eq(LINKS.LOCAL_ID))
                .join(REGISTERED)
                .on(REGISTERED.ID.eq(LINKS.REGISTERED_ID))
                .where(which.and(LINKS.UNDONE_AT.isNull()))
                .orderBy(LINKS.LINKED_AT)
                .fetch(row ->
                        new Link(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5()));
    }

    public UUID insert(UUID local, UUID registered) {
        CurrentUser user = CurrentUser.get();
        return jooq.insertInto(LINKS)
                .set(LINKS.LOCAL_ID, local)
                .set(LINKS.REGISTERED_ID, registered)
                .set(LINKS.LINKED_BY, user.id())
                .set(LINKS.LINKED_BY_LOGIN, user.login())
                .returningResult(LINKS.ID)
                .fetchSingle()
                .value1();
    }

    /// Names, decisions and faculties follow; what other rooms moved is remembered with them. Our
    /// own record leaves the search, not the database.
    public void follow(
            UUID link,
            OrganizationRef local,
            OrganizationRef registered,
            Map<String, List<UUID>> moved) {
        moved.forEach((kind, records) -> remember(link, kind, records));
        remember(link, NAME, copyNames(local, registered));
        remember(
                link,
                DECISION,
                jooq.update(DECISIONS)
                        .set(DECISIONS.ORGANIZATION_ID, registered.id())
                        .where(DECISIONS.ORGANIZATION_ID.eq(local.id()))
                        .returningResult(DECISIONS.ID)
                        .fetch(DECISIONS.ID));
        remember(
                link,
                UNIT,
                jooq.update(PARTNER_UNITS)
                        .set(PARTNER_UNITS.ORGANIZATION_ID, registered.id())
                        .where(PARTNER_UNITS.ORGANIZATION_ID.eq(local.id()))
                        .returningResult(PARTNER_UNITS.ID)
                        .fetch(PARTNER_UNITS.ID));
        names.index(registered.id());
        jooq.deleteFrom(SEARCH).where(SEARCH.ORGANIZATION_ID.eq(local.id())).execute();
    }

    private List<UUID> copyNames(OrganizationRef local, OrganizationRef registered) {
        Set<String> known =
                names.of(registered.id()).stream()
                        .filter(OrganizationName::current)
                        .map(OrganizationName::value)
                        .collect(Collectors.toSet());
        List<UUID> added = new ArrayList<>();
        for (OrganizationName name : names.of(local.id())) {
            if (name.current() && known.add(name.value())) {
                String kind = name.kind().equals("acronym") ? "acronym" : "alias";
                added.add(
                        names.add(
                                registered.id(),
                                name.value(),
                                name.language(),
                                kind,
                                "office",
                                name.note()));
            }
        }
        return added;
    }

    private void remember(UUID link, String kind, List<UUID> records) {
        for (UUID record : records) {
            jooq.insertInto(MOVED_RECORDS)
                    .set(MOVED_RECORDS.LINK_ID, link)
                    .set(MOVED_RECORDS.KIND, kind)
                    .set(MOVED_RECORDS.RECORD_ID, record)
                    .execute();
        }
    }

    public List<UUID> moved(UUID link, String kind) {
        return jooq.select(MOVED_RECORDS.RECORD_ID)
                .from(MOVED_RECORDS)
                .where(MOVED_RECORDS.LINK_ID.eq(link).and(MOVED_RECORDS.KIND.eq(kind)))
                .fetch(MOVED_RECORDS.RECORD_ID);
    }

    public void goBack(Link link, OffsetDateTime at) {
        UUID local = link.local().id();
        UUID registered = link.registered().id();
        moved(link.id(), NAME).forEach(name -> names.remove(name, at));
        jooq.update(DECISIONS)
                .set(DECISIONS.ORGANIZATION_ID, local)
                .where(DECISIONS.ID.in(moved(link.id(), DECISION)))
                .and(DECISIONS.ORGANIZATION_ID.eq(registered))
                .execute();
        jooq.update(PARTNER_UNITS)
                .set(PARTNER_UNITS.ORGANIZATION_ID, local)
                .where(PARTNER_UNITS.ID.in(moved(link.id(), UNIT)))
                .and(PARTNER_UNITS.ORGANIZATION_ID.eq(registered))
                .execute();
        jooq.update(LINKS)
                .set(LINKS.UNDONE_AT, at)
                .set(LINKS.UNDONE_BY_LOGIN, CurrentUser.get().login())
                .where(LINKS.ID.eq(link.id()))
                .execute();
        names.index(registered);
        names.index(local);
    }
}
