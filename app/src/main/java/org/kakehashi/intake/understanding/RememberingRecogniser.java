package org.kakehashi.intake.understanding;

import java.util.HashMap;
import java.util.Map;

/// Asks for the same name only once.
final class RememberingRecogniser implements InstitutionRecogniser {

    private static final int REMEMBERED = 50_000;

    private final InstitutionRecogniser recogniser;
    private final Map<Query, Recognition> answers = new HashMap<>();

    RememberingRecogniser(InstitutionRecogniser recogniser) {
        this.recogniser = recogniser;
    }

    @Override
    public Recognition recognise(Query query) {
        if (answers.size() > REMEMBERED) {
            answers.clear();
        }
        return answers.computeIfAbsent(query, recogniser::recognise);
    }
}
