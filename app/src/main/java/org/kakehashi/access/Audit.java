package org.kakehashi.access;

import static org.kakehashi.schema.access.Tables.AUDIT;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.CurrentUser;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// The audit trail: who did what to which record, and when. Rows can be added, never changed.
@Service
public class Audit {
    /// One line of the trail.
    public record Entry(
            OffsetDateTime at,
            @Nullable String login,
            String action,
            @Nullable String subjectKind,
            @Nullable UUID subjectId,
            String detail) {}

    private final DSLContext jooq;
    private final JsonMapper json;

    Audit(DSLContext jooq, JsonMapper json) {
        this.jooq = jooq;
        this.json = json;
    }

    /// Writes a line within the caller's transaction. The action is a message key of its room.
    public void record(
            String action,
            @Nullable String subjectKind,
            @Nullable UUID subjectId,
            Map<String, ?> detail) {
        CurrentUser user = CurrentUser.get();
        jooq.insertInto(AUDIT)
                .set(AUDIT.ACTOR, user.id())
                .set(AUDIT.ACTOR_LOGIN, user.login())
                .set(AUDIT.ACTION, action)
                .set(AUDIT.SUBJECT_KIND, subjectKind)
                .set(AUDIT.SUBJECT_ID, subjectId)
                .set(AUDIT.DETAIL, JSONB.valueOf(json.writeValueAsString(detail)))
                .execute();
    }

    /// The newest lines, at most this many.
    public List<Entry> latest(int limit) {
        return jooq.select(
                        AUDIT.AT,
                        AUDIT.ACTOR_LOGIN,
                        AUDIT.ACTION,
                        AUDIT.SUBJECT_KIND,
                        AUDIT.SUBJECT_ID,
                        AUDIT.DETAIL)
                .from(AUDIT)
                .orderBy(AUDIT.AT.desc())
                .limit(limit)
                .fetch(row ->
                        new Entry(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6().data()));
    }
}
