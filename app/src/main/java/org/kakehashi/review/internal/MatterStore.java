package org.kakehashi.review.internal;

import static org.kakehashi.schema.review.Tables.MATTERS;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Matter;
import org.kakehashi.schema.review.tables.records.MattersRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes general matters.
@Repository
public class MatterStore {
    private final DSLContext jooq;

    MatterStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public Optional<Matter> find(UUID id) {
        return jooq.selectFrom(MATTERS).where(MATTERS.ID.eq(id)).fetchOptional(MatterStore::matter);
    }

    public UUID insert(Matter matter) {
        MattersRecord row = row(matter);
        row.setCreatedBy(CurrentUser.get().id());
        return jooq.insertInto(MATTERS).set(row).returningResult(MATTERS.ID).fetchSingle().value1();
    }

    public void update(Matter matter) {
        int found =
                jooq.update(MATTERS)
                        .set(row(matter))
                        .set(MATTERS.VERSION, MATTERS.VERSION.plus(1))
                        .where(MATTERS.ID.eq(matter.id()))
                        .and(MATTERS.VERSION.eq(matter.version()))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    private static MattersRecord row(Matter matter) {
        MattersRecord row = new MattersRecord();
        row.setTitleJa(matter.title().ja());
        row.setTitleEn(matter.title().en());
        row.setTextJa(matter.text().ja());
        row.setTextEn(matter.text().en());
        row.setTopic(matter.topic());
        row.setLevel(matter.level());
        row.setCountry(matter.country());
        row.setBurden(matter.burden());
        row.setUnitIds(matter.units().toArray(UUID[]::new));
        row.setLinks(matter.links());
        return row;
    }

    private static Matter matter(MattersRecord row) {
        return new Matter(
                row.getId(),
                new Bilingual(row.getTitleJa(), row.getTitleEn()),
                new Bilingual(row.getTextJa(), row.getTextEn()),
                row.getTopic(),
                row.getLevel(),
                row.getCountry(),
                row.getBurden(),
                Set.of(row.getUnitIds()),
                row.getLinks(),
                row.getCreatedBy(),
                row.getVersion());
    }
}
