package org.kakehashi.access;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.internal.AuditStore;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.PersonalValues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The audit trail: who did what to which record, when, from where and why; what was sensitive and
/// was read. Entries can be added, never changed; [AuditChain] proves it.
@Service
public class Audit {
    /// One line of the trail. Personal values have been opened, or replaced where the person has
    /// been erased; the name is empty for the system, the public and the erased.
    public record Entry(
            UUID id,
            OffsetDateTime at,
            @Nullable UUID actor,
            @Nullable String login,
            @Nullable Bilingual name,
            String action,
            @Nullable String subjectKind,
            @Nullable UUID subjectId,
            String detail,
            @Nullable String origin,
            @Nullable String reason,
            boolean reading,
            @Nullable Long seq) {}

    private final AuditStore store;
    private final PersonalValues personal;

    Audit(AuditStore store, PersonalValues personal) {
        this.store = store;
        this.personal = personal;
    }

    /// Writes a line within the caller's transaction. The action is a message key of its room;
    /// values about a person go through [#personal] first.
    public void record(
            String action,
            @Nullable String subjectKind,
            @Nullable UUID subjectId,
            Map<String, ?> detail) {
        store.insert(CurrentUser.get(), action, subjectKind, subjectId, detail, false);
    }

    /// Writes that something sensitive was shown to the person acting.
    @Transactional
    public void read(
            String action,
            @Nullable String subjectKind,
            @Nullable UUID subjectId,
            Map<String, ?> detail) {
        store.insert(CurrentUser.get(), action, subjectKind, subjectId, detail, true);
    }

    /// A value about a person as a detail of an entry: readable until that person is erased.
    public String personal(UUID person, String value) {
        return personal.seal(person, value);
    }

    /// What a change to values about a person leaves as a detail: before and after by name, those
    /// that stayed left out.
    public Map<String, Object> personalChange(
            UUID person,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        Map<String, Object> detail = new LinkedHashMap<>();
        after.forEach((name, now) -> {
            String then = String.valueOf(before.get(name));
            if (!then.equals(String.valueOf(now))) {
                detail.put(
                        name,
                        List.of(personal(person, then), personal(person, String.valueOf(now))));
            }
        });
        return detail;
    }

    /// The newest lines, at most this many.
    public List<Entry> latest(int limit) {
        return store.list(AuditFilter.ALL, 0, limit);
    }
}
