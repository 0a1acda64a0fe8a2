package org.kakehashi.intake.understanding;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Country;

/// Asks for the same name only once.
final class RememberingRecogniser implements InstitutionRecogniser {

    private static final int REMEMBERED = 50_000;

    private record Asked(String text, @Nullable Country country) {}

    private final InstitutionRecogniser recogniser;
    private final Map<Asked, Recognition> answers = new HashMap<>();

    RememberingRecogniser(InstitutionRecogniser recogniser) {
        this.recogniser = recogniser;
    }

    @Override
    public Recognition recognise(String text, @Nullable Country country) {
        if (answers.size() > REMEMBERED) {
            answers.clear();
        }
        return answers.computeIfAbsent(
                new Asked(text, country), asked -> recogniser.recognise(asked.text(), asked.country()));
    }
}
