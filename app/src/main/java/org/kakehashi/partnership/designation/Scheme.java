package org.kakehashi.partnership.designation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// By which criteria and by which rule over them partners are designated (指定制度): one edition.
/// Candidacies keep the edition they began with.
///
/// @param id null until it is recorded
/// @param termYears for how long; null: until ended
/// @param reviewMonths so long before the end it is reviewed again; without an end, so long after
///   the designation
/// @param origin where it is published, for what is shipped as an example
public record Scheme(
        @Nullable UUID id,
        String code,
        int edition,
        State state,
        Bilingual name,
        Bilingual note,
        String rule,
        @Nullable Integer termYears,
        int reviewMonths,
        @Nullable Origin origin,
        List<Criterion> criteria,
        int version) {

    public enum State implements Coded {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    /// @param year null: the source does not say
    public record Origin(Bilingual university, String source, @Nullable Integer year) {}

    public Scheme {
        criteria = List.copyOf(criteria);
    }

    public Optional<Criterion> criterion(UUID criterion) {
        return criteria.stream().filter(one -> criterion.equals(one.id())).findFirst();
    }
}
