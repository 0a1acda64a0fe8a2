package org.kakehashi.intake.understanding;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Country;

/// Knowledge of institutions, optional for understanding a list. Must be fast and the same for the
/// same query: it is asked once for every different name of a list.
public interface InstitutionRecogniser {

    /// Knows nothing.
    InstitutionRecogniser NOBODY = _ -> Recognition.NONE;

    Recognition recognise(Query query);

    /// @param text a name as written or cleaned
    /// @param country where the list says it is, null if it does not say
    /// @param city what the list says about the city, or empty
    /// @param site the institution's web address as the list gives it, or empty
    record Query(String text, @Nullable Country country, String city, String site) {
        public Query(String text, @Nullable Country country, String city) {
            this(text, country, city, "");
        }
    }

    enum Certainty {
        CERTAIN,
        SUGGESTED,
        NONE
    }

    /// @param rorId nine characters, or empty when not recognised
    /// @param country where the recognised institution is
    /// @param whole whether the text is nothing but the institution's name, no unit beside it
    /// @param candidates identifiers of what it may be, best first, each as of today
    /// @param byPerson a person decided it
    record Recognition(
            Certainty certainty,
            String rorId,
            String officialName,
            Optional<Country> country,
            boolean whole,
            List<String> candidates,
            boolean byPerson) {

        public static final Recognition NONE =
                new Recognition(Certainty.NONE, "", "", Optional.empty(), false, List.of(), false);

        public Recognition {
            candidates = List.copyOf(candidates);
        }

        public boolean isCertain() {
            return certainty == Certainty.CERTAIN;
        }

        /// The same, for a person to decide.
        Recognition doubted() {
            return new Recognition(
                    Certainty.SUGGESTED, rorId, officialName, country, whole, candidates, byPerson);
        }
    }
}
