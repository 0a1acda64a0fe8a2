package org.kakehashi.person.internal;

import static org.kakehashi.schema.person.Tables.RETENTION;

import java.util.List;
import org.jooq.DSLContext;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.person.Keeping.Rule;
import org.kakehashi.person.Person;
import org.springframework.stereotype.Repository;

/// The only class that writes how long records of people are kept.
@Repository
public class KeepingStore {
    private final DSLContext jooq;

    KeepingStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<Rule> list() {
        return jooq.selectFrom(RETENTION)
                .orderBy(RETENTION.CATEGORY)
                .fetch(row ->
                        new Rule(
                                Coded.of(Person.Category.class, row.getCategory()),
                                row.getYears(),
                                new Bilingual(row.getPurposeJa(), row.getPurposeEn())));
    }

    public void years(Person.Category category, int years) {
        jooq.update(RETENTION)
                .set(RETENTION.YEARS, years)
                .where(RETENTION.CATEGORY.eq(category.code()))
                .execute();
    }
}
