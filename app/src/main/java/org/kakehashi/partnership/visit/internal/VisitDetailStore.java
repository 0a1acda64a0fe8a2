package org.kakehashi.partnership.visit.internal;

import static org.kakehashi.schema.partnership.Tables.GIFTS;
import static org.kakehashi.schema.partnership.Tables.PROGRAMME_ITEMS;
import static org.kakehashi.schema.partnership.Tables.VISITS;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.partnership.visit.Gift;
import org.kakehashi.partnership.visit.ProgrammeItem;
import org.springframework.stereotype.Repository;

/// The only class that writes programme and gifts of visits.
@Repository
public class VisitDetailStore {
    private final DSLContext jooq;

    VisitDetailStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<ProgrammeItem> programme(UUID visit) {
        return jooq.selectFrom(PROGRAMME_ITEMS)
                .where(PROGRAMME_ITEMS.VISIT_ID.eq(visit))
                .orderBy(
                        PROGRAMME_ITEMS.ON_DAY,
                        PROGRAMME_ITEMS.FROM_TIME.asc().nullsFirst(),
                        PROGRAMME_ITEMS.ID)
                .fetch(row ->
                        new ProgrammeItem(
                                row.getId(),
                                row.getOnDay(),
                                row.getFromTime(),
                                row.getUntilTime(),
                                new Bilingual(row.getWhatJa(), row.getWhatEn()),
                                row.getPlace(),
                                row.getPeople()));
    }

    public List<Gift> gifts(UUID visit) {
        return jooq.selectFrom(GIFTS)
                .where(GIFTS.VISIT_ID.eq(visit))
                .orderBy(GIFTS.ID)
                .fetch(row ->
                        new Gift(
                                row.getId(),
                                Coded.of(Gift.Direction.class, row.getDirection()),
                                row.getWhat(),
                                row.getValueYen(),
                                row.getRegistration()));
    }

    public Bilingual talking(UUID visit) {
        return jooq.select(VISITS.TALKING_JA, VISITS.TALKING_EN)
                .from(VISITS)
                .where(VISITS.ID.eq(visit))
                .fetchSingle(row -> new Bilingual(row.value1(), row.value2()));
    }

    public void insert(UUID visit, ProgrammeItem item) {
        jooq.insertInto(PROGRAMME_ITEMS)
                .set(PROGRAMME_ITEMS.VISIT_ID, visit)
                .set(PROGRAMME_ITEMS.ON_DAY, item.on())
                .set(PROGRAMME_ITEMS.FROM_TIME, item.from())
                .set(PROGRAMME_ITEMS.UNTIL_TIME, item.until())
                .set(PROGRAMME_ITEMS.WHAT_JA, item.what().ja())
                .set(PROGRAMME_ITEMS.WHAT_EN, item.what().en())
                .set(PROGRAMME_ITEMS.PLACE, item.place())
                .set(PROGRAMME_ITEMS.PEOPLE, item.people())
                .execute();
    }

    public void insert(UUID visit, Gift gift) {
        jooq.insertInto(GIFTS)
                .set(GIFTS.VISIT_ID, visit)
                .set(GIFTS.DIRECTION, gift.direction().code())
                .set(GIFTS.WHAT, gift.what())
                .set(GIFTS.VALUE_YEN, gift.yen())
                .set(GIFTS.REGISTRATION, gift.registration())
                .execute();
    }

    public int deleteItem(UUID visit, UUID item) {
        return jooq.deleteFrom(PROGRAMME_ITEMS)
                .where(PROGRAMME_ITEMS.ID.eq(item))
                .and(PROGRAMME_ITEMS.VISIT_ID.eq(visit))
                .execute();
    }

    public int deleteGift(UUID visit, UUID gift) {
        return jooq.deleteFrom(GIFTS)
                .where(GIFTS.ID.eq(gift))
                .and(GIFTS.VISIT_ID.eq(visit))
                .execute();
    }

    public void talk(UUID visit, Bilingual talking) {
        jooq.update(VISITS)
                .set(VISITS.TALKING_JA, talking.ja())
                .set(VISITS.TALKING_EN, talking.en())
                .where(VISITS.ID.eq(visit))
                .execute();
    }
}
