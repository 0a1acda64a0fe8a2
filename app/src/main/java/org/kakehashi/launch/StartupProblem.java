package org.kakehashi.launch;

import java.util.Locale;
import java.util.Map;
import org.kakehashi.ui.Messages;

/// A reason not to start, said in one sentence in each language.
class StartupProblem extends RuntimeException {
    private final String key;
    private final transient Map<String, Object> arguments;

    StartupProblem(String key, Map<String, Object> arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments;
    }

    String sentences() {
        return Messages.text(Locale.ENGLISH, key, arguments)
                + System.lineSeparator()
                + Messages.text(Locale.JAPANESE, key, arguments);
    }
}
