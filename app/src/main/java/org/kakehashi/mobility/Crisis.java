package org.kakehashi.mobility;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Digests;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.kernel.Mails;
import org.kakehashi.mobility.internal.CrisisStore;
import org.kakehashi.person.PersonNames;
import org.kakehashi.ui.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who is where now and in the days to come, when they were last heard of, and a question to all of
/// them with their answers. Every look at names is noted.
@Service
public class Crisis {
    private static final String USE = "mobility.crisis";
    private static final Duration OPEN = Duration.ofDays(14);
    private static final int LONGEST = 4_000;

    /// Whom one looks for.
    ///
    /// @param from first day, today in most cases
    /// @param until last day, such as in a week
    /// @param direction null: both
    public record Question(
            LocalDate from,
            LocalDate until,
            @Nullable String country,
            @Nullable String city,
            Stay.@Nullable Direction direction) {}

    /// How many are in a country and city. A null country or city is unknown.
    public record Place(
            @Nullable String country, @Nullable String city, int now, int later, int silent) {}

    /// Somebody, with what one needs to reach them.
    ///
    /// @param now already there on the first day
    /// @param heard last sign of life; null: none since the stay began
    public record Somebody(
            UUID stay,
            UUID person,
            String number,
            PersonNames names,
            @Nullable String mail,
            @Nullable String phone,
            Stay.Direction direction,
            Bilingual partner,
            @Nullable String country,
            @Nullable String city,
            @Nullable UUID unit,
            LocalDate starts,
            @Nullable LocalDate ends,
            boolean now,
            @Nullable OffsetDateTime heard,
            @Nullable State state) {}

    public enum State implements Coded {
        SAFE,
        HELP,
        UNKNOWN
    }

    public enum Means implements Coded {
        ANSWER,
        CALL,
        MAIL,
        PARTNER,
        OTHER
    }

    /// A question sent to many.
    ///
    /// @param silent who has not answered
    public record Inquiry(
            UUID id,
            OffsetDateTime at,
            Bilingual subject,
            Bilingual text,
            OffsetDateTime openUntil,
            int asked,
            int unreachable,
            int safe,
            int help,
            int silent) {}

    /// One who was asked.
    public record Answer(
            UUID person,
            PersonNames names,
            @Nullable String mail,
            @Nullable String phone,
            boolean reachable,
            @Nullable OffsetDateTime at,
            @Nullable State state,
            @Nullable String said) {}

    /// What the holder of a link sees.
    ///
    /// @param over it can no longer be answered
    /// @param state what was answered before; null: nothing yet
    public record Asked(Bilingual subject, Bilingual text, boolean over, @Nullable State state) {}

    private final CrisisStore store;
    private final Mails mails;
    private final Access access;
    private final Audit audit;
    private final Clock clock;
    private final String address;
    private final SecureRandom random = new SecureRandom();

    Crisis(
            CrisisStore store,
            Mails mails,
            Access access,
            Audit audit,
            Clock clock,
            @Value("${kakehashi.address:http://127.0.0.1:8080}") String address) {
        this.store = store;
        this.mails = mails;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    public boolean mayUse() {
        return CurrentUser.get().signedIn() && access.may(USE);
    }

    /// Countries and cities with how many are there, the most first.
    public List<Place> places(Question question) {
        access.require(USE);
        return store.places(question, now());
    }

    /// Those of the question by country, city and name; the reading is noted.
    @Transactional
    public List<Somebody> people(Question question, int limit) {
        access.require(USE);
        noted("mobility.crisisRead", question);
        return store.people(question, limit);
    }

    /// All of them for a file or paper.
    @Transactional
    public Stream<Somebody> export(Question question) {
        access.require(USE);
        noted("mobility.crisisExported", question);
        return store.people(question, Integer.MAX_VALUE).stream();
    }

    private void noted(String action, Question question) {
        audit.read(action, "stay", null, Map.of("question", words(question)));
    }

    static String words(Question question) {
        return "%s %s %s %s"
                .formatted(
                        question.from(),
                        question.until(),
                        question.country() == null ? "*" : question.country(),
                        question.city() == null ? "*" : question.city());
    }

    /// Somebody was heard of.
    @Transactional
    public void heard(UUID person, Means means, State state, @Nullable String said) {
        access.require(USE);
        store.sign(person, means, state, said);
        audit.record("mobility.heard", "person", person, Map.of("state", state.code()));
    }

    public List<Inquiry> inquiries() {
        access.require(USE);
        return store.inquiries();
    }

    public Inquiry inquiry(UUID id) {
        access.require(USE);
        return store.inquiry(id).orElseThrow(KakehashiException::notFound);
    }

    @Transactional
    public List<Answer> answers(UUID inquiry) {
        access.require(USE);
        audit.read("mobility.answersRead", "inquiry", inquiry, Map.of());
        return store.answers(inquiry);
    }

    /// Asks everybody of the question by mail, in both languages, each with a link of their own.
    /// Who has no address is listed as such.
    @Transactional
    public UUID ask(Question question, Bilingual subject, Bilingual text) {
        access.require(USE);
        requireText(subject.ja());
        requireText(subject.en());
        requireText(text.ja());
        requireText(text.en());
        List<Somebody> all = store.people(question, Integer.MAX_VALUE);
        if (all.isEmpty()) {
            throw KakehashiException.invalid("mobility.crisis.problem.nobody", Map.of());
        }
        OffsetDateTime until = now().plus(OPEN);
        UUID inquiry = store.insert(subject, text, words(question), until);
        for (Somebody one : all.stream().collect(CrisisStore.oncePerPerson())) {
            String mail = one.mail();
            if (mail == null) {
                store.address(inquiry, one, null, null);
                continue;
            }
            String token = token();
            UUID sent = mails.enqueue(mail, "en", subject(subject), body(text, token));
            store.address(inquiry, one, hash(token), sent);
        }
        audit.record(
                "mobility.asked",
                "inquiry",
                inquiry,
                Map.of("question", words(question), "count", all.size()));
        return inquiry;
    }

    private static String subject(Bilingual subject) {
        return subject.ja() + " / " + subject.en();
    }

    private String body(Bilingual text, String token) {
        String link = address + "/public/safety/" + token;
        return text.ja()
                + "\n\n"
                + Messages.text(Locale.JAPANESE, "mobility.safety.mail", Map.of("link", link))
                + "\n\n----\n\n"
                + text.en()
                + "\n\n"
                + Messages.text(Locale.ENGLISH, "mobility.safety.mail", Map.of("link", link));
    }

    private static void requireText(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw KakehashiException.invalid("mobility.crisis.problem.text", Map.of());
        }
    }

    /// What the link asks; empty where there is no such link. It tells nothing about the person.
    public Optional<Asked> asked(String token) {
        return store.asked(hash(token), now());
    }

    /// Answers by the link; the last answer counts.
    @Transactional
    public void answer(String token, State state, @Nullable String said) {
        CurrentUser.SYSTEM.run(() -> {
            String text = said == null || said.isBlank() ? null : said.strip();
            if (text != null && text.length() > LONGEST) {
                throw KakehashiException.invalid("mobility.crisis.problem.text", Map.of());
            }
            UUID person =
                    store.answer(hash(token), state, text, now())
                            .orElseThrow(() ->
                                    KakehashiException.invalid("mobility.safety.over", Map.of()));
            store.sign(person, Means.ANSWER, state, text);
        });
    }

    private String token() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
