package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.AUDIT;
import static org.kakehashi.schema.access.Tables.AUDIT_CHAIN;
import static org.kakehashi.schema.access.Tables.USERS;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Audit.Entry;
import org.kakehashi.access.AuditFilter;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.PersonalValues;
import org.kakehashi.kernel.Viewing;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The only class that writes `access.audit`.
@Repository
public class AuditStore {
    /// What stands where a value can no longer be read; the page says it in words.
    public static final String ERASED = "∅";

    private static final Pattern SEALED = Pattern.compile(PersonalValues.MARK + "[0-9A-Za-z:_-]+");

    private final DSLContext jooq;
    private final JsonMapper json;
    private final PersonalValues personal;
    private final Clock clock;

    AuditStore(DSLContext jooq, JsonMapper json, PersonalValues personal, Clock clock) {
        this.jooq = jooq;
        this.json = json;
        this.personal = personal;
        this.clock = clock;
    }

    public void insert(
            CurrentUser user,
            String action,
            @Nullable String subjectKind,
            @Nullable UUID subjectId,
            Map<String, ?> detail,
            boolean reading) {
        jooq.insertInto(AUDIT)
                .set(AUDIT.ACTOR, Viewing.viewer().orElse(user.id()))
                .set(AUDIT.ACTOR_LOGIN, user.id() == null ? user.login() : null)
                .set(AUDIT.ACTION, action)
                .set(AUDIT.SUBJECT_KIND, subjectKind)
                .set(AUDIT.SUBJECT_ID, subjectId)
                .set(AUDIT.DETAIL, JSONB.valueOf(json.writeValueAsString(detail)))
                .set(AUDIT.READING, reading)
                .execute();
    }

    /// Newest first.
    public List<Entry> list(AuditFilter filter, long offset, int limit) {
        return jooq.select(ChainContents.ENTRY)
                .select(USERS.LOGIN, USERS.NAME_JA, USERS.NAME_EN, AUDIT_CHAIN.SEQ)
                .from(AUDIT)
                .leftJoin(USERS)
                .on(USERS.ID.eq(AUDIT.ACTOR))
                .leftJoin(AUDIT_CHAIN)
                .on(AUDIT_CHAIN.KIND.eq(Link.ENTRY).and(AUDIT_CHAIN.SUBJECT.eq(AUDIT.ID)))
                .where(condition(filter))
                .orderBy(AUDIT.AT.desc(), AUDIT.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(this::entry);
    }

    public long count(AuditFilter filter) {
        return jooq.fetchCount(AUDIT, condition(filter));
    }

    public List<String> actions() {
        return jooq.selectDistinct(AUDIT.ACTION)
                .from(AUDIT)
                .orderBy(AUDIT.ACTION)
                .fetch(AUDIT.ACTION);
    }

    private Condition condition(AuditFilter filter) {
        Condition all = DSL.noCondition();
        if (filter.action() != null) {
            all = all.and(AUDIT.ACTION.eq(filter.action()));
        }
        if (filter.actor() != null) {
            all = all.and(AUDIT.ACTOR.eq(filter.actor()));
        }
        if (filter.subject() != null) {
            all = all.and(AUDIT.SUBJECT_ID.eq(filter.subject()));
        }
        if (filter.from() != null) {
            all = all.and(AUDIT.AT.ge(start(filter.from())));
        }
        if (filter.until() != null) {
            all = all.and(AUDIT.AT.lt(start(filter.until().plusDays(1))));
        }
        return filter.reading() == null ? all : all.and(AUDIT.READING.eq(filter.reading()));
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private Entry entry(Record row) {
        UUID actor = row.get(AUDIT.ACTOR);
        String login = actor == null ? row.get(AUDIT.ACTOR_LOGIN) : row.get(USERS.LOGIN);
        return new Entry(
                row.get(AUDIT.ID),
                row.get(AUDIT.AT),
                actor,
                login,
                row.get(USERS.LOGIN) == null
                        ? null
                        : new Bilingual(row.get(USERS.NAME_JA), row.get(USERS.NAME_EN)),
                row.get(AUDIT.ACTION),
                row.get(AUDIT.SUBJECT_KIND),
                row.get(AUDIT.SUBJECT_ID),
                opened(row.get(AUDIT.DETAIL).data()),
                row.get(AUDIT.ORIGIN) == null ? null : opened(row.get(AUDIT.ORIGIN)),
                row.get(AUDIT.REASON),
                row.get(AUDIT.READING),
                row.get(AUDIT_CHAIN.SEQ));
    }

    private String opened(String text) {
        return SEALED.matcher(text)
                .replaceAll(found ->
                        java.util.regex.Matcher.quoteReplacement(
                                personal.open(found.group()).map(this::inJson).orElse(ERASED)));
    }

    /// The value stands between quotation marks.
    private String inJson(String value) {
        String quoted = json.writeValueAsString(value);
        return quoted.substring(1, quoted.length() - 1);
    }
}
