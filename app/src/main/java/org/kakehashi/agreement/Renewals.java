package org.kakehashi.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.agreement.facts.AgreementScope;
import org.kakehashi.agreement.internal.RenewalStore;
import org.kakehashi.agreement.internal.RenewalStore.Running;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of renewals: what ends soon, what was told, and how it was decided. Who may change an
/// agreement decides about it.
@Service
public class Renewals {
    static final String CONFIGURE = "agreement.configure";

    /// How long what has lapsed without a decision stays in the list.
    private static final int LAPSED_MONTHS = 24;

    private static final int LONGEST_STEP = 60;
    private static final int MOST_AT_ONCE = 500;

    private final Agreements agreements;
    private final Memoranda memoranda;
    private final RenewalStore store;
    private final AgreementScope scope;
    private final Access access;
    private final EndingGuard guard;
    private final Audit audit;
    private final Clock clock;

    Renewals(
            Agreements agreements,
            Memoranda memoranda,
            RenewalStore store,
            AgreementScope scope,
            Access access,
            EndingGuard guard,
            Audit audit,
            Clock clock) {
        this.agreements = agreements;
        this.memoranda = memoranda;
        this.store = store;
        this.scope = scope;
        this.access = access;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    /// What ends, or renews itself, within these months, and what lapsed in the last two years;
    /// what is due first first. As far as the person acting may read it.
    public List<RenewalLine> lines(int months) {
        access.require("agreement.read");
        if (!CurrentUser.get().signedIn()) {
            throw KakehashiException.forbidden("agreement.read");
        }
        LocalDate today = today();
        LocalDate since = today.minusMonths(LAPSED_MONTHS);
        List<Running> running = store.running(scope.condition(), since, today, months);
        Map<List<Object>, Renewal> decisions = new HashMap<>();
        store.since(since).forEach(one -> decisions.put(key(one), one));
        Map<UUID, LocalDate> told =
                store.lastTold(running.stream().map(Running::agreement).distinct().toList());
        List<RenewalLine> lines = new ArrayList<>();
        for (Running one : running) {
            line(one, decisions, told, today).ifPresent(lines::add);
        }
        return lines.stream()
                .filter(line -> !first(line).isAfter(today.plusMonths(months)))
                .sorted(Comparator.comparing(Renewals::first).thenComparing(RenewalLine::number))
                .toList();
    }

    private static LocalDate first(RenewalLine line) {
        return line.noticeBy() == null ? line.periodEnd() : line.noticeBy();
    }

    private static Optional<RenewalLine> line(
            Running one,
            Map<List<Object>, Renewal> decisions,
            Map<UUID, LocalDate> told,
            LocalDate today) {
        List<Deadline> deadlines = RenewalCalendar.deadlines(one.course(), today);
        if (deadlines.isEmpty()) {
            return Optional.empty();
        }
        LocalDate end = deadlines.getFirst().periodEnd();
        LocalDate notice =
                deadlines.stream()
                        .filter(each ->
                                each.kind() == Deadline.Kind.NOTICE && each.periodEnd().equals(end))
                        .map(Deadline::on)
                        .findFirst()
                        .orElse(null);
        Renewal decision = decisions.get(key(one.agreement(), one.annex(), end));
        return Optional.of(
                new RenewalLine(
                        one.agreement(),
                        one.annex(),
                        one.number(),
                        one.title(),
                        one.partner(),
                        one.units(),
                        end,
                        notice,
                        one.course().automatic(),
                        decision == null ? null : decision.decision(),
                        decision != null && decision.decided(),
                        told.get(one.agreement()),
                        one.version()));
    }

    private static List<Object> key(Renewal one) {
        return key(one.agreement(), one.annex(), one.periodEnd());
    }

    private static List<Object> key(UUID agreement, @Nullable UUID annex, LocalDate end) {
        return List.of(agreement, annex == null ? "" : annex, end);
    }

    /// The deadlines of an agreement as a whole, or of one of its memoranda.
    public List<Deadline> deadlines(UUID agreement, @Nullable UUID annex) {
        return RenewalCalendar.deadlines(course(agreement, annex), today());
    }

    private RenewalCalendar.Course course(UUID agreement, @Nullable UUID annex) {
        AgreementContent content = agreements.get(agreement).content();
        if (annex == null) {
            return RenewalCalendar.Course.of(content.term(), content.ending(), content.proposed());
        }
        Memorandum memorandum = memoranda.get(agreement, annex);
        return RenewalCalendar.Course.of(
                new Term(
                        Term.Kind.FIXED,
                        memorandum.annex().start(),
                        memorandum.annex().end(),
                        null,
                        memorandum.renewal()),
                content.ending(),
                content.proposed());
    }

    /// Decisions and drafts about an agreement, the newest period first.
    public List<Renewal> of(UUID agreement) {
        agreements.get(agreement);
        return store.of(agreement);
    }

    public Optional<Renewal> find(UUID id) {
        return store.find(id);
    }

    /// What people were told about it, the latest first.
    public List<RenewalStore.Told> told(UUID agreement) {
        agreements.get(agreement);
        return store.told(agreement);
    }

    /// What waits for a decision by the person acting.
    public List<RenewalStore.Waiting> waiting(int limit) {
        return access.may("agreement.edit")
                ? store.waiting(scope.editable(), today(), limit)
                : List.of();
    }

    /// Keeps a decision to be put to review; it takes effect when the review approves it.
    @Transactional
    public UUID draft(Renewal renewal) {
        requirePossible(renewal);
        memoranda.requireEditable(renewal.agreement());
        return store.save(renewal);
    }

    /// Decides, if the agreement still has this version, and does what follows from it.
    @Transactional
    public void decide(Renewal renewal, int version) {
        requirePossible(renewal);
        memoranda.requireEditable(renewal.agreement());
        carryOut(renewal, version);
    }

    /// A review has approved it: what was kept is decided, whatever version the agreement has now.
    @Transactional
    public void approved(UUID id) {
        Renewal renewal = store.find(id).orElseThrow(KakehashiException::notFound);
        if (!renewal.decided()) {
            carryOut(renewal, agreements.get(renewal.agreement()).version());
        }
    }

    /// Renews agreements at once, each for so many years from the end of its period; answers how
    /// many. Those that end or renew themselves otherwise are refused one and all.
    @Transactional
    public int renewAll(Collection<UUID> ids, int years, Bilingual reason) {
        access.require("agreement.edit");
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw KakehashiException.invalid(
                    "agreement.renewal.problem.none", Map.of("n", MOST_AT_ONCE));
        }
        if (years < 1 || years > 20) {
            throw KakehashiException.invalid("agreement.renewal.problem.years", Map.of());
        }
        int renewed = 0;
        for (Agreement agreement : agreements.findAll(ids)) {
            List<Deadline> deadlines = deadlines(agreement.id(), null);
            if (deadlines.isEmpty()) {
                throw KakehashiException.invalid(
                        "agreement.renewal.problem.nothing", Map.of("number", agreement.number()));
            }
            LocalDate end = deadlines.getFirst().periodEnd();
            decide(
                    new Renewal(
                            null,
                            agreement.id(),
                            null,
                            end,
                            Renewal.Decision.RENEW,
                            end.plusYears(years),
                            null,
                            reason,
                            null,
                            null),
                    agreement.version());
            renewed++;
        }
        return renewed;
    }

    private void requirePossible(Renewal renewal) {
        boolean current =
                deadlines(renewal.agreement(), renewal.annex()).stream()
                        .anyMatch(one -> one.periodEnd().equals(renewal.periodEnd()));
        if (!current) {
            throw KakehashiException.invalid("agreement.renewal.problem.period", Map.of());
        }
        LocalDate newEnd = renewal.newEnd();
        if (renewal.decision().renews()
                && (newEnd == null || !newEnd.isAfter(renewal.periodEnd()))) {
            throw KakehashiException.invalid("agreement.renewal.problem.newEnd", Map.of());
        }
        LocalDate last = renewal.lastDay();
        if (renewal.decision() == Renewal.Decision.END
                && (last == null || last.isAfter(renewal.periodEnd()))) {
            throw KakehashiException.invalid("agreement.renewal.problem.lastDay", Map.of());
        }
        if (!renewal.decision().renews() && renewal.annex() == null) {
            guard.require(
                    renewal.agreement(),
                    last == null ? renewal.periodEnd() : last,
                    renewal.reason());
        }
    }

    private void carryOut(Renewal renewal, int version) {
        boolean automatic = course(renewal.agreement(), renewal.annex()).automatic();
        UUID id =
                store.save(
                        new Renewal(
                                renewal.id(),
                                renewal.agreement(),
                                renewal.annex(),
                                renewal.periodEnd(),
                                renewal.decision(),
                                renewal.newEnd(),
                                renewal.lastDay(),
                                renewal.reason(),
                                today(),
                                CurrentUser.get().id()));
        if (renewal.annex() == null) {
            Agreement agreement = agreements.get(renewal.agreement());
            agreements.change(
                    agreement.id(),
                    version,
                    RenewalEffect.on(agreement.content(), renewal, automatic));
        } else {
            memoranda.save(
                    RenewalEffect.on(
                            memoranda.get(renewal.agreement(), renewal.annex()),
                            renewal,
                            automatic),
                    version);
        }
        audit.record(
                "agreement.renewalDecided",
                "agreement",
                renewal.agreement(),
                Map.of("renewal", id.toString(), "decision", renewal.decision().code()));
    }

    public Map<Deadline.Kind, List<Integer>> steps() {
        return store.steps();
    }

    public boolean mayConfigure() {
        return access.may(CONFIGURE);
    }

    /// Months before deadlines of this kind at which people are told.
    @Transactional
    public void changeSteps(Deadline.Kind kind, Collection<Integer> months) {
        access.require(CONFIGURE);
        if (months.isEmpty()
                || months.stream().anyMatch(month -> month < 1 || month > LONGEST_STEP)) {
            throw KakehashiException.invalid("agreement.renewal.problem.steps", Map.of());
        }
        store.steps(kind, months.stream().distinct().toList());
        audit.record(
                "agreement.renewalSteps",
                "agreement",
                null,
                Map.of("kind", kind.code(), "months", Objects.toString(months)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    static DateText day(LocalDate day) {
        return DateText.day(day, day.toString());
    }
}
