package org.kakehashi.intake.understanding;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Country;

/// Knowledge of institutions, optional for understanding a list. Must be fast: it is asked for
/// every different name.
public interface InstitutionRecogniser {

    enum Certainty {
        CERTAIN,
        SUGGESTED,
        NONE
    }

    /// @param rorId nine characters, or empty when not recognised
    record Recognition(
            Certainty certainty, String rorId, String officialName, Optional<Country> country) {

        public static final Recognition NONE =
                new Recognition(Certainty.NONE, "", "", Optional.empty());

        public boolean isCertain() {
            return certainty == Certainty.CERTAIN;
        }
    }

    /// @param text a name as written or cleaned
    /// @param country where the list says it is, null if it does not say
    Recognition recognise(String text, @Nullable Country country);

    /// Knows nothing.
    InstitutionRecogniser NOBODY = (_, _) -> Recognition.NONE;
}
