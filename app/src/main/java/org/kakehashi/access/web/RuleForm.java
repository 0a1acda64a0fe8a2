package org.kakehashi.access.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.ClaimRule;
import org.kakehashi.kernel.KakehashiException;

/// The form of a claim rule, as typed. The unit is the key of one, `value` for the one whose code
/// the value is, or empty.
public record RuleForm(
        @Nullable String provider,
        @Nullable String claim,
        @Nullable String value,
        @Nullable String role,
        @Nullable String unit,
        @Nullable String days) {

    /// The choice of a unit that says: the one whose code the value is.
    public static final String FROM_VALUE = "value";

    static final RuleForm EMPTY = new RuleForm(null, null, null, null, null, null);

    ClaimRule rule() {
        String of = UserForm.text(unit);
        boolean fromValue = of.equals(FROM_VALUE);
        try {
            return new ClaimRule(
                    new UUID(0, 0),
                    UserForm.text(provider).isEmpty() ? null : UserForm.text(provider),
                    UserForm.text(claim),
                    UserForm.text(value),
                    UserForm.text(role),
                    fromValue || of.isEmpty() ? null : UUID.fromString(of),
                    fromValue,
                    UserForm.text(days).isEmpty() ? null : Integer.valueOf(UserForm.text(days)),
                    null,
                    null);
        } catch (IllegalArgumentException e) {
            throw KakehashiException.invalid("access.rule.incomplete", java.util.Map.of());
        }
    }
}
