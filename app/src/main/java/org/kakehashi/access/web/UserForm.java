package org.kakehashi.access.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.PasswordPolicy;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser.Grant;

/// The account form, as typed. `roles` hold everywhere; `memberOf` are the units of a department
/// member.
public record UserForm(
        @Nullable String login,
        @Nullable String nameJa,
        @Nullable String nameEn,
        @Nullable String email,
        @Nullable String password,
        @Nullable List<String> roles,
        @Nullable List<UUID> memberOf,
        @Nullable Boolean active,
        @Nullable Integer version) {

    static final UserForm EMPTY =
            new UserForm(null, null, null, null, null, List.of(), List.of(), true, 0);

    static UserForm of(User user) {
        List<UUID> units = new ArrayList<>();
        for (Grant grant : user.grants()) {
            UUID unit = grant.unit();
            if (grant.role().equals("member") && unit != null) {
                units.add(unit);
            }
        }
        return new UserForm(
                user.login(),
                user.name().ja(),
                user.name().en(),
                user.email(),
                null,
                user.grants().stream()
                        .filter(grant -> grant.unit() == null)
                        .map(Grant::role)
                        .filter(role -> !role.equals("member"))
                        .toList(),
                units,
                user.active(),
                user.version());
    }

    public boolean hasRole(String role) {
        return roles != null && roles.contains(role);
    }

    public boolean isMemberOf(UUID unit) {
        return memberOf != null && memberOf.contains(unit);
    }

    /// Message keys by field; empty when all is well.
    Map<String, String> problems(boolean fresh, boolean loginTaken) {
        Map<String, String> found = new LinkedHashMap<>();
        if (fresh && !text(login).matches("[a-z0-9][a-z0-9._@-]{1,63}")) {
            found.put("login", "access.user.login.form");
        } else if (fresh && loginTaken) {
            found.put("login", "access.user.login.taken");
        }
        if (text(nameJa).isEmpty()) {
            found.put("nameJa", "ui.field.required");
        }
        if (text(nameEn).isEmpty()) {
            found.put("nameEn", "ui.field.required");
        }
        if (fresh || !text(password).isEmpty()) {
            PasswordPolicy.problem(
                            text(password),
                            List.of(text(login), text(nameJa), text(nameEn), text(email)))
                    .ifPresent(problem -> found.put("password", problem));
        }
        if (!isMail(text(email))) {
            found.put("email", "access.email.form");
        }
        if (fresh && grants().isEmpty()) {
            found.put("roles", "access.user.roles.none");
        }
        return found;
    }

    Users.NewUser newUser() {
        return new Users.NewUser(
                text(login), new Bilingual(nameJa, nameEn), mail(), text(password), grants());
    }

    User changed(User user) {
        return new User(
                user.id(),
                user.login(),
                new Bilingual(nameJa, nameEn),
                mail(),
                Boolean.TRUE.equals(active),
                withThoseInAUnit(user.grants()),
                version == null ? 0 : version);
    }

    /// Roles other than membership that hold in one unit only are not in this form: they stay.
    private List<Grant> withThoseInAUnit(List<Grant> present) {
        List<Grant> all = grants();
        present.stream()
                .filter(grant -> grant.unit() != null && !grant.role().equals("member"))
                .forEach(all::add);
        return all;
    }

    private List<Grant> grants() {
        List<Grant> all = new ArrayList<>();
        if (roles != null) {
            roles.stream()
                    .filter(Users.ROLES::contains)
                    .forEach(role -> all.add(new Grant(role, null)));
        }
        if (memberOf != null) {
            memberOf.forEach(unit -> all.add(new Grant("member", unit)));
        }
        return all;
    }

    private @Nullable String mail() {
        return text(email).isEmpty() ? null : text(email);
    }

    /// Empty, or one address a mail can be sent to.
    static boolean isMail(String text) {
        return text.isEmpty()
                || text.length() <= 254
                        && text.matches(
                                "[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
