package org.kakehashi.partnership.profile.internal;

import static org.kakehashi.schema.partnership.Tables.NEWS;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.partnership.profile.News;
import org.kakehashi.schema.partnership.tables.records.NewsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes news.
@Repository
public class NewsStore {
    private static final int MOST = 100;

    private final DSLContext jooq;

    NewsStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<News> of(UUID organization) {
        return jooq.selectFrom(NEWS)
                .where(NEWS.ORGANIZATION_ID.eq(organization))
                .orderBy(NEWS.ON_DAY.desc(), NEWS.ID.desc())
                .limit(MOST)
                .fetch(NewsStore::news);
    }

    public UUID insert(News news) {
        return jooq.insertInto(NEWS)
                .set(NEWS.ORGANIZATION_ID, news.organization())
                .set(NEWS.ON_DAY, news.on())
                .set(NEWS.TITLE_JA, news.title().ja())
                .set(NEWS.TITLE_EN, news.title().en())
                .set(NEWS.SOURCE, news.source())
                .returningResult(NEWS.ID)
                .fetchSingle()
                .value1();
    }

    public int delete(UUID organization, UUID id) {
        return jooq.deleteFrom(NEWS)
                .where(NEWS.ID.eq(id))
                .and(NEWS.ORGANIZATION_ID.eq(organization))
                .execute();
    }

    private static News news(NewsRecord row) {
        return new News(
                row.getId(),
                row.getOrganizationId(),
                row.getOnDay(),
                new Bilingual(row.getTitleJa(), row.getTitleEn()),
                row.getSource(),
                row.getVersion());
    }
}
