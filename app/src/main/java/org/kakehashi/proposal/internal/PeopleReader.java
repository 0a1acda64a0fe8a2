package org.kakehashi.proposal.internal;

import static org.kakehashi.schema.access.Tables.GRANTS;
import static org.kakehashi.schema.access.Tables.USERS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.springframework.stereotype.Component;

/// Who must know of a proposal: the office, the members of its units, and who made it.
@Component
public class PeopleReader {
    private final DSLContext jooq;
    private final Units units;

    PeopleReader(DSLContext jooq, Units units) {
        this.jooq = jooq;
        this.units = units;
    }

    public Set<UUID> concerned(Collection<UUID> ofUnits, @Nullable UUID maker, LocalDate today) {
        Set<UUID> people = new LinkedHashSet<>();
        if (maker != null) {
            people.add(maker);
        }
        jooq.select(GRANTS.USER_ID, GRANTS.ROLE, GRANTS.UNIT_ID)
                .from(GRANTS)
                .join(USERS)
                .on(USERS.ID.eq(GRANTS.USER_ID))
                .where(GRANTS.ROLE.in("office", "member"))
                .and(USERS.ACTIVE)
                .and(DSL.condition("{0} @> {1}", GRANTS.VALID, DSL.val(today)))
                .forEach(row -> {
                    UUID unit = row.value3();
                    boolean theirs =
                            unit != null
                                    && units.withDescendants(unit).stream()
                                            .anyMatch(ofUnits::contains);
                    if (row.value2().equals("office") || theirs) {
                        people.add(row.value1());
                    }
                });
        return people;
    }
}
