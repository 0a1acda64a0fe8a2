package org.kakehashi.agreement.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Recorded;
import org.springframework.stereotype.Component;

/// What somebody else changed while a form was open, beside what the form says.
@Component
public class Meanwhile {
    /// A field somebody else changed: what it was when the form was opened, what it is now, what
    /// the form says; null is nothing.
    public record Change(
            String field, @Nullable String before, @Nullable String now, @Nullable String mine) {
        /// Does saving the form put back what the other changed?
        public boolean overwrites() {
            return !Objects.equals(now, mine);
        }
    }

    private final Agreements agreements;
    private final ContentWords words;

    Meanwhile(Agreements agreements, ContentWords words) {
        this.agreements = agreements;
        this.words = words;
    }

    /// @param version the one the form was opened with
    List<Change> since(UUID id, int version, AgreementContent typed) {
        List<Recorded> versions = agreements.history(id);
        Map<String, String> before =
                version >= 0 && version < versions.size()
                        ? words.of(versions.get(version).content())
                        : Map.of();
        Map<String, String> now = words.of(agreements.get(id).content());
        Map<String, String> mine = words.of(typed);
        Set<String> fields = new LinkedHashSet<>(now.keySet());
        fields.addAll(before.keySet());
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            if (!Objects.equals(before.get(field), now.get(field))) {
                changes.add(new Change(field, before.get(field), now.get(field), mine.get(field)));
            }
        }
        return changes;
    }
}
