package org.kakehashi.intake.understanding;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Country;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Decision;
import org.kakehashi.resolver.Feature;
import org.kakehashi.resolver.Hints;
import org.kakehashi.resolver.Resolution;
import org.kakehashi.resolver.Resolver;

/// Knowledge of institutions from the resolver.
public final class ResolvedInstitutions implements InstitutionRecogniser {

    private final Resolver resolver;

    public ResolvedInstitutions(Resolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public Recognition recognise(Query query) {
        var country = query.country();
        var answer =
                resolver.resolve(
                        query.text(),
                        hints(country == null ? null : country.code(), query.city(), query.site()));
        if (answer.decision() == Decision.NONE || answer.candidates().isEmpty()) {
            return Recognition.NONE;
        }
        return recognition(answer, answer.candidates().getFirst());
    }

    /// What a list says beside a name, for the resolver.
    ///
    /// @param city empty if the list does not say, as is `site`
    public static Hints hints(@Nullable String country, String city, String site) {
        return Hints.country(country)
                .withCity(city.isBlank() ? null : city)
                .withDomain(site.isBlank() ? null : site);
    }

    private static Recognition recognition(Resolution answer, Candidate best) {
        var certainty =
                answer.decision() == Decision.CERTAIN ? Certainty.CERTAIN : Certainty.SUGGESTED;
        var country =
                best.country().isEmpty()
                        ? Optional.<Country>empty()
                        : Optional.of(new Country(best.country()));
        return new Recognition(
                certainty,
                best.id(),
                best.name(),
                country,
                answer.rest().isBlank(),
                answer.candidates().stream().map(Candidate::current).toList(),
                best.has(Feature.HUMAN_DECISION));
    }
}
