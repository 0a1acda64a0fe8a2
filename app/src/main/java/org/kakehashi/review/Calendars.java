package org.kakehashi.review;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Audit;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Digests;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.internal.CalendarStore;
import org.kakehashi.review.internal.MeetingStore;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of calendars: a person's own, and those of committees, each read by calendar programs
/// at a secret address. Only the hash of the secret is kept; a new one, or none, takes effect at
/// once. A calendar shows what its owner may read at that moment, in the owner's language.
@Service
public class Calendars {
    private static final int SECRET_BYTES = 32;
    private static final int DAYS_BACK = 400;

    /// @param body the committee; null: the person's own meetings and time limits
    public record Address(
            @Nullable UUID body, OffsetDateTime createdAt, @Nullable OffsetDateTime readAt) {}

    private final CalendarStore store;
    private final MeetingStore meetings;
    private final MeetingRights rights;
    private final Bodies bodies;
    private final Tasks tasks;
    private final Users users;
    private final Audit audit;
    private final Clock clock;
    private final String address;
    private final SecureRandom random = new SecureRandom();

    Calendars(
            CalendarStore store,
            MeetingStore meetings,
            MeetingRights rights,
            Bodies bodies,
            Tasks tasks,
            Users users,
            Audit audit,
            Clock clock,
            @Value("${kakehashi.address:}") String address) {
        this.store = store;
        this.meetings = meetings;
        this.rights = rights;
        this.bodies = bodies;
        this.tasks = tasks;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
        this.address = address;
    }

    /// The addresses the person acting has.
    public List<Address> mine() {
        return store.of(me());
    }

    /// The committees whose calendars the person acting may have.
    public List<Body> offered() {
        me();
        return bodies.list().stream()
                .filter(body -> body.committee() && body.active() && rights.mayRead(body))
                .toList();
    }

    /// Makes an address and answers its secret, which can never be read again; one made before is
    /// void.
    @Transactional
    public String renew(@Nullable UUID body) {
        UUID me = me();
        if (body != null && offered().stream().noneMatch(one -> one.id().equals(body))) {
            throw KakehashiException.notFound();
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.replace(me, body, hash(secret));
        audit.record("review.calendar.made", "user", me, Map.of());
        return secret;
    }

    @Transactional
    public void revoke(@Nullable UUID body) {
        UUID me = me();
        store.delete(me, body);
        audit.record("review.calendar.revoked", "user", me, Map.of());
    }

    /// The calendar behind a secret as iCalendar text; nothing where there is none (any more).
    @Transactional
    public Optional<String> read(String secret) {
        CalendarStore.Owner owner = store.find(hash(secret)).orElse(null);
        if (owner == null) {
            return Optional.empty();
        }
        User user = CurrentUser.SYSTEM.call(() -> users.get(owner.user()));
        CurrentUser reader = new CurrentUser(user.id(), user.login(), user.name(), user.grants());
        Locale locale = Locale.of(owner.language());
        LocaleContextHolder.setLocale(locale);
        return reader.call(() -> {
            UUID body = owner.body();
            Optional<String> text =
                    body == null
                            ? Optional.of(own(user, locale))
                            : committee(bodies.get(body), locale);
            text.ifPresent(any -> store.markRead(hash(secret), OffsetDateTime.now(clock)));
            return text;
        });
    }

    private String own(User user, Locale locale) {
        CalendarFile file =
                new CalendarFile(
                        Messages.text(
                                locale,
                                "review.calendar.own",
                                Map.of("name", user.name().in(locale))),
                        locale,
                        Dates.zone(),
                        address);
        meetings.ofMember(user.id(), oldest())
                .forEach(one -> file.meeting(one, bodies.get(one.body())));
        tasks.mine().forEach(file::task);
        return file.text();
    }

    private Optional<String> committee(Body body, Locale locale) {
        if (!rights.mayRead(body)) {
            return Optional.empty();
        }
        CalendarFile file = new CalendarFile(body.name().in(locale), locale, Dates.zone(), address);
        meetings.of(body.id()).stream()
                .filter(one -> one.heldOn().isAfter(oldest()))
                .forEach(one -> file.meeting(one, body));
        return Optional.of(file.text());
    }

    private LocalDate oldest() {
        return LocalDate.now(clock).minusDays(DAYS_BACK);
    }

    private static byte[] hash(String secret) {
        return Digests.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static UUID me() {
        UUID me = CurrentUser.get().id();
        if (me == null) {
            throw KakehashiException.forbidden("review.read");
        }
        return me;
    }
}
