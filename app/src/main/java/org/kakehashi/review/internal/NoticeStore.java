package org.kakehashi.review.internal;

import static org.kakehashi.schema.access.Tables.USERS;
import static org.kakehashi.schema.review.Tables.NOTICES;
import static org.kakehashi.schema.review.Tables.NOTICE_SETTINGS;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.review.Notice;
import org.kakehashi.review.NoticeSettings;
import org.kakehashi.schema.review.tables.records.NoticesRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes notices and how people want them.
@Repository
public class NoticeStore {
    /// A person with notices that no mail has told yet.
    public record Addressee(UUID user, String email, String language, NoticeSettings settings) {}

    /// A notice with its row.
    public record Stored(UUID id, Notice notice) {}

    private final DSLContext jooq;

    NoticeStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// Writes the notices that are not there yet.
    public void insert(Collection<Notice> notices) {
        for (Notice notice : notices) {
            NoticesRecord row = new NoticesRecord();
            row.setUserId(notice.user());
            row.setKey(notice.key());
            row.setKind(notice.kind().code());
            row.setTitleJa(notice.title().ja());
            row.setTitleEn(notice.title().en());
            row.setStepJa(notice.step().ja());
            row.setStepEn(notice.step().en());
            row.setNumber(notice.number());
            row.setDay(notice.day());
            row.setHref(notice.href());
            row.setAt(notice.at());
            jooq.insertInto(NOTICES)
                    .set(row)
                    .onConflict(NOTICES.USER_ID, NOTICES.KEY)
                    .doNothing()
                    .execute();
        }
    }

    /// The newest first.
    public List<Notice> of(UUID user, int limit) {
        return jooq.selectFrom(NOTICES)
                .where(NOTICES.USER_ID.eq(user))
                .orderBy(NOTICES.AT.desc(), NOTICES.ID.desc())
                .limit(limit)
                .fetch(NoticeStore::notice);
    }

    public int unread(UUID user) {
        return jooq.fetchCount(NOTICES, NOTICES.USER_ID.eq(user).and(NOTICES.READ_AT.isNull()));
    }

    public void markRead(UUID user, OffsetDateTime now) {
        jooq.update(NOTICES)
                .set(NOTICES.READ_AT, now)
                .where(NOTICES.USER_ID.eq(user).and(NOTICES.READ_AT.isNull()))
                .execute();
    }

    public Optional<NoticeSettings> settings(UUID user) {
        return jooq.selectFrom(NOTICE_SETTINGS)
                .where(NOTICE_SETTINGS.USER_ID.eq(user))
                .fetchOptional(row ->
                        new NoticeSettings(
                                Coded.of(NoticeSettings.Mode.class, row.getMail()),
                                row.getDigestHour(),
                                row.getQuietFrom(),
                                row.getQuietUntil()));
    }

    public void save(UUID user, NoticeSettings settings) {
        jooq.insertInto(NOTICE_SETTINGS)
                .set(NOTICE_SETTINGS.USER_ID, user)
                .set(NOTICE_SETTINGS.MAIL, settings.mode().code())
                .set(NOTICE_SETTINGS.DIGEST_HOUR, settings.digestHour())
                .set(NOTICE_SETTINGS.QUIET_FROM, settings.quietFrom())
                .set(NOTICE_SETTINGS.QUIET_UNTIL, settings.quietUntil())
                .onConflict(NOTICE_SETTINGS.USER_ID)
                .doUpdate()
                .set(NOTICE_SETTINGS.MAIL, settings.mode().code())
                .set(NOTICE_SETTINGS.DIGEST_HOUR, settings.digestHour())
                .set(NOTICE_SETTINGS.QUIET_FROM, settings.quietFrom())
                .set(NOTICE_SETTINGS.QUIET_UNTIL, settings.quietUntil())
                .execute();
    }

    /// Active people with an address who have notices not yet told by mail.
    public List<Addressee> waitingForMail() {
        return jooq.select(USERS.ID, USERS.EMAIL, USERS.LANGUAGE)
                .from(USERS)
                .where(USERS.ACTIVE)
                .and(USERS.EMAIL.isNotNull())
                .and(USERS.EMAIL.ne(""))
                .and(
                        DSL.exists(
                                DSL.selectOne()
                                        .from(NOTICES)
                                        .where(NOTICES.USER_ID.eq(USERS.ID))
                                        .and(NOTICES.MAILED_AT.isNull())))
                .fetch(row ->
                        new Addressee(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                settings(row.value1()).orElse(NoticeSettings.USUAL)));
    }

    /// The person's notices written before this moment and not yet told by mail, held until the
    /// transaction ends: another run passes over them.
    public List<Stored> takeUnmailed(UUID user, OffsetDateTime before) {
        return jooq.selectFrom(NOTICES)
                .where(NOTICES.USER_ID.eq(user))
                .and(NOTICES.MAILED_AT.isNull())
                .and(NOTICES.AT.le(before))
                .orderBy(NOTICES.AT, NOTICES.ID)
                .limit(500)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Stored(row.getId(), notice(row)));
    }

    public void markMailed(Collection<UUID> ids, OffsetDateTime now) {
        jooq.update(NOTICES)
                .set(NOTICES.MAILED_AT, now)
                .where(NOTICES.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .execute();
    }

    private static Notice notice(NoticesRecord row) {
        return new Notice(
                row.getUserId(),
                row.getKey(),
                Coded.of(Notice.Kind.class, row.getKind()),
                new Bilingual(row.getTitleJa(), row.getTitleEn()),
                new Bilingual(row.getStepJa(), row.getStepEn()),
                row.getNumber(),
                row.getDay(),
                row.getHref(),
                row.getAt(),
                row.getReadAt() != null);
    }
}
