package org.kakehashi.access.web;

import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;

/// What a use case is called: `room.useCase.name` in the bundle of its room, or else its code.
public final class UseCaseText {
    private UseCaseText() {}

    public static String of(String useCase) {
        int dot = useCase.indexOf('.');
        String key =
                dot < 0
                        ? useCase
                        : useCase.substring(0, dot) + ".useCase." + useCase.substring(dot + 1);
        return Messages.has(key) ? Messages.text(Text.locale(), key) : useCase;
    }
}
