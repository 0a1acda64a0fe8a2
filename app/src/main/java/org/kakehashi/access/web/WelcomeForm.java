package org.kakehashi.access.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.FirstAdministrator.Setup;
import org.kakehashi.access.PasswordPolicy;
import org.kakehashi.kernel.Bilingual;

/// The welcome page's form, as typed.
public record WelcomeForm(
        @Nullable String code,
        @Nullable String ownerJa,
        @Nullable String ownerEn,
        @Nullable String ownerRor,
        @Nullable String login,
        @Nullable String nameJa,
        @Nullable String nameEn,
        @Nullable String password) {

    static final WelcomeForm EMPTY =
            new WelcomeForm(null, null, null, null, null, null, null, null);

    /// Message keys by field; empty when all is well.
    Map<String, String> problems(Predicate<String> codeIsRight) {
        Map<String, String> found = new LinkedHashMap<>();
        if (!codeIsRight.test(text(code))) {
            found.put("code", "access.welcome.wrongCode");
        }
        Map.of(
                        "ownerJa",
                        text(ownerJa),
                        "ownerEn",
                        text(ownerEn),
                        "login",
                        text(login),
                        "nameJa",
                        text(nameJa),
                        "nameEn",
                        text(nameEn))
                .forEach((field, value) -> {
                    if (value.isEmpty()) {
                        found.put(field, "ui.field.required");
                    }
                });
        PasswordPolicy.problem(text(password), List.of(text(login), text(nameJa), text(nameEn)))
                .ifPresent(problem -> found.put("password", problem));
        if (!text(ownerRor).matches("|(https://ror\\.org/)?0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}")) {
            found.put("ownerRor", "access.welcome.ror");
        }
        return found;
    }

    Setup setup() {
        return new Setup(
                text(code),
                new Bilingual(ownerJa, ownerEn),
                text(ownerRor).replace("https://ror.org/", ""),
                text(login),
                new Bilingual(nameJa, nameEn),
                text(password));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
