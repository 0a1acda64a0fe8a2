package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.AUDIT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Audit.Entry;
import org.kakehashi.kernel.CurrentUser;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The only class that writes `access.audit`.
@Repository
public class AuditStore {
    private final DSLContext jooq;
    private final JsonMapper json;

    AuditStore(DSLContext jooq, JsonMapper json) {
        this.jooq = jooq;
        this.json = json;
    }

    public void insert(
            CurrentUser user,
            String action,
            @Nullable String subjectKind,
            @Nullable UUID subjectId,
            Map<String, ?> detail) {
        jooq.insertInto(AUDIT)
                .set(AUDIT.ACTOR, user.id())
                .set(AUDIT.ACTOR_LOGIN, user.login())
                .set(AUDIT.ACTION, action)
                .set(AUDIT.SUBJECT_KIND, subjectKind)
                .set(AUDIT.SUBJECT_ID, subjectId)
                .set(AUDIT.DETAIL, JSONB.valueOf(json.writeValueAsString(detail)))
                .execute();
    }

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
