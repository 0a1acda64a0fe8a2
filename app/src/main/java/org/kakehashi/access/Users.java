package org.kakehashi.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.internal.UserStore;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Accounts. Passwords are kept as Argon2id hashes only.
@Service
public class Users {
    /// The shortest password taken, in characters.
    public static final int SHORTEST_PASSWORD = PasswordPolicy.SHORTEST;

    /// The longest login taken, in characters.
    public static final int LONGEST_LOGIN = 64;

    public static final Set<String> ROLES =
            Set.of("administrator", "office", "member", "executive");

    /// What an account is made of.
    public record NewUser(
            String login,
            Bilingual name,
            @Nullable String email,
            String password,
            List<CurrentUser.Grant> grants) {}

    /// Where and in which language (`ja`, `en`) a person is written to.
    public record Contact(UUID user, String login, String email, String language) {}

    private final UserStore store;
    private final PasswordEncoder passwords;
    private final Access access;
    private final Audit audit;

    Users(UserStore store, PasswordEncoder passwords, Access access, Audit audit) {
        this.store = store;
        this.passwords = passwords;
        this.access = access;
        this.audit = audit;
    }

    public boolean nobodyYet() {
        return store.count() == 0;
    }

    public List<User> list() {
        access.require("access.administer");
        return store.all();
    }

    public User get(UUID id) {
        access.require("access.administer");
        return store.find(id).orElseThrow(KakehashiException::notFound);
    }

    /// The list of accounts, shown to the person acting: noted as reading.
    @Transactional
    public List<User> show() {
        List<User> all = list();
        audit.read("access.users.read", null, null, Map.of("n", all.size()));
        return all;
    }

    /// An account, shown to the person acting: noted as reading.
    @Transactional
    public User show(UUID id) {
        User user = get(id);
        audit.read("access.user.read", "user", id, Map.of());
        return user;
    }

    /// The name of a person, for histories that say who did what.
    public Optional<Bilingual> name(UUID id) {
        return store.find(id).map(User::name);
    }

    /// The login name of a person, for forms in which people are named by it.
    public Optional<String> login(UUID id) {
        return store.find(id).map(User::login);
    }

    public Optional<User> findByLogin(String login) {
        return store.findByLogin(login.strip().toLowerCase(Locale.ROOT));
    }

    @Transactional
    public UUID create(NewUser user) {
        access.require("access.administer");
        PasswordPolicy.problem(user.password(), about(user.login(), user.name(), user.email()))
                .ifPresent(Users::refuse);
        UUID id = store.insert(user, passwords.encode(user.password()));
        audit.record(
                "access.user.created",
                "user",
                id,
                Map.of("login", audit.personal(id, user.login())));
        return id;
    }

    /// Changes name, mail, activity and roles, and the password unless it is empty; the version
    /// must be the one that was read.
    @Transactional
    public void change(User user, String password) {
        access.require("access.administer");
        if (user.id().equals(CurrentUser.get().id()) && !user.active()) {
            throw KakehashiException.invalid("access.user.notYourself", Map.of());
        }
        User before = store.find(user.id()).orElseThrow(KakehashiException::notFound);
        store.update(user);
        if (store.administrators() == 0) {
            throw KakehashiException.invalid("access.user.lastAdministrator", Map.of());
        }
        audit.record(
                "access.user.changed",
                "user",
                user.id(),
                audit.personalChange(user.id(), values(before), values(user)));
        if (!password.isEmpty()) {
            changePassword(user.id(), password);
        }
    }

    /// What the trail tells of an account before and after a change.
    private static Map<String, String> values(User user) {
        return Map.of(
                "login", user.login(),
                "nameJa", Objects.requireNonNullElse(user.name().ja(), ""),
                "nameEn", Objects.requireNonNullElse(user.name().en(), ""),
                "email", Objects.requireNonNullElse(user.email(), ""),
                "active", String.valueOf(user.active()));
    }

    /// Is this the password of the person acting?
    public boolean myPasswordIs(String password) {
        UUID id = CurrentUser.get().id();
        return id != null
                && store.passwordHash(id)
                        .map(hash -> passwords.matches(password, hash))
                        .orElse(false);
    }

    /// Sets a new password: one's own, or as administrator anyone's.
    @Transactional
    public void changePassword(UUID id, String password) {
        if (!id.equals(CurrentUser.get().id())) {
            access.require("access.administer");
        }
        passwordProblem(id, password).ifPresent(Users::refuse);
        store.setPassword(id, passwords.encode(password));
        audit.record("access.password.changed", "user", id, Map.of());
    }

    /// What is wrong with this password for this person, as a message key.
    public Optional<String> passwordProblem(UUID id, String password) {
        User user = store.find(id).orElseThrow(KakehashiException::notFound);
        return PasswordPolicy.problem(password, about(user.login(), user.name(), user.email()));
    }

    /// Where to write to a person; empty if the account is switched off or has no address.
    public Optional<Contact> contact(UUID id) {
        return store.contact(id);
    }

    /// The language in which the person acting is written to, `ja` or `en`.
    public String myLanguage() {
        return store.language(me());
    }

    /// The mail address of the person acting.
    public Optional<String> myEmail() {
        return store.find(me()).map(User::email);
    }

    /// Changes where and in which language the person acting is written to.
    @Transactional
    public void changeMyContact(@Nullable String email, String language) {
        store.setContact(me(), email, language.equals("en") ? "en" : "ja");
        audit.record("access.user.contact", "user", me(), Map.of());
    }

    private static List<String> about(String login, Bilingual name, @Nullable String email) {
        return java.util.stream.Stream.of(login, name.ja(), name.en(), email)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static void refuse(String problem) {
        throw KakehashiException.invalid(problem, Map.of("n", SHORTEST_PASSWORD));
    }

    private static UUID me() {
        UUID id = CurrentUser.get().id();
        if (id == null) {
            throw KakehashiException.forbidden("access.account");
        }
        return id;
    }
}
