package org.kakehashi.strategy.internal;

import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kakehashi.strategy.PartnerPlace;
import org.springframework.stereotype.Repository;

/// Reads where partners are.
@Repository
public class PlaceStore {
    private final DSLContext jooq;

    PlaceStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// Those whose place is known, by name.
    public List<PartnerPlace> places(Map<UUID, Long> agreements, Locale reader) {
        Field<String> name =
                reader.getLanguage().equals("ja")
                        ? DSL.coalesce(
                                ORGANIZATIONS.NAME_JA, ORGANIZATIONS.NAME_EN, ORGANIZATIONS.NAME)
                        : DSL.coalesce(ORGANIZATIONS.NAME_EN, ORGANIZATIONS.NAME);
        return jooq.select(ORGANIZATIONS.ID, name, ORGANIZATIONS.LATITUDE, ORGANIZATIONS.LONGITUDE)
                .from(ORGANIZATIONS)
                .where(ORGANIZATIONS.ID.eq(DSL.any(agreements.keySet().toArray(UUID[]::new))))
                .and(ORGANIZATIONS.LATITUDE.isNotNull())
                .and(ORGANIZATIONS.LONGITUDE.isNotNull())
                .orderBy(name)
                .fetch(row ->
                        new PartnerPlace(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                agreements.getOrDefault(row.value1(), 0L)));
    }
}
