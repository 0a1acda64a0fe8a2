package org.kakehashi.partnership.designation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.designation.Candidacy.State;
import org.kakehashi.partnership.designation.internal.CandidacyStore;
import org.kakehashi.partnership.designation.internal.MeasuredEvidence;
import org.kakehashi.review.ReviewCases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of candidacies and designations. Whoever signs in reads them; the office puts forward
/// any partner, members for their own units; the decision comes from review.
@Service
public class Candidacies {
    static final String DESIGNATE = "partnership.designate";

    private final CandidacyStore store;
    private final MeasuredEvidence measured;
    private final Schemes schemes;
    private final Organizations organizations;
    private final ObjectProvider<ReviewCases> cases;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Candidacies(
            CandidacyStore store,
            MeasuredEvidence measured,
            Schemes schemes,
            Organizations organizations,
            ObjectProvider<ReviewCases> cases,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.measured = measured;
        this.schemes = schemes;
        this.organizations = organizations;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean mayRead() {
        return access.may("partnership.read");
    }

    public boolean mayPutForward() {
        return access.may(DESIGNATE);
    }

    public boolean mayEdit(Candidacy one) {
        return access.may(DESIGNATE, one.unit() == null ? Set.of() : Set.of(one.unit()));
    }

    public Candidacy get(UUID id) {
        requireRead();
        return store.find(id).orElseThrow(KakehashiException::notFound);
    }

    public List<Candidacy> find(Collection<UUID> ids) {
        return mayRead() ? store.find(ids) : List.of();
    }

    /// Everything about a partner, the latest first.
    public List<Candidacy> of(UUID organization) {
        requireRead();
        return store.of(organization);
    }

    public List<Candidacy> list(Collection<State> states) {
        requireRead();
        return store.in(states);
    }

    /// Designations that hold on that day, for everybody: they are published.
    public List<Candidacy> designated(LocalDate day) {
        return store.in(List.of(State.DESIGNATED)).stream().filter(one -> one.holds(day)).toList();
    }

    /// Whether each criterion holds, as far as the person acting may read the records.
    public List<Evidence> evidence(Candidacy one, Locale reader) {
        LocalDate today = LocalDate.now(clock);
        return one.scheme().criteria().stream()
                .map(criterion -> {
                    Criterion.Source source = criterion.source();
                    return Evidence.of(
                            criterion,
                            source == null
                                    ? null
                                    : measured.ask(source, one.organization(), today, reader),
                            one.judgements().get(criterion.id()));
                })
                .toList();
    }

    /// Does the rule hold?
    public static Finding rule(Scheme scheme, List<Evidence> evidence) {
        Map<String, Finding> findings = new HashMap<>();
        evidence.forEach(one -> findings.put(one.criterion().code(), one.finding()));
        return Rule.parse(scheme.rule()).holds(findings);
    }

    /// Puts a partner forward, or one that is designated to be reviewed again.
    @Transactional
    public UUID begin(UUID organization, UUID scheme, @Nullable UUID unit) {
        access.require(DESIGNATE, unit == null ? Set.of() : Set.of(unit));
        OrganizationRef partner = organizations.get(organization);
        if (partner.status() != OrganizationRef.Status.ACTIVE) {
            throw KakehashiException.invalid("partnership.candidacy.problem.gone", Map.of());
        }
        if (schemes.get(scheme).state() != Scheme.State.PUBLISHED) {
            throw KakehashiException.invalid("partnership.candidacy.problem.scheme", Map.of());
        }
        store.lock(organization);
        List<Candidacy> known = store.of(organization);
        if (known.stream().anyMatch(one -> one.state().open())) {
            throw KakehashiException.invalid("partnership.candidacy.problem.open", Map.of());
        }
        UUID follows =
                known.stream()
                        .filter(one -> one.state() == State.DESIGNATED)
                        .max(Comparator.comparing(Candidacy::created))
                        .map(Candidacy::id)
                        .orElse(null);
        UUID id = store.insert(organization, scheme, unit, follows, LocalDate.now(clock));
        audit.record("partnership.candidacyBegun", "candidacy", id, Map.of());
        return id;
    }

    /// The statement in both languages.
    @Transactional
    public void state(UUID id, int version, @Nullable UUID unit, Bilingual statement) {
        Candidacy one = editable(id, version);
        access.require(DESIGNATE, unit == null ? Set.of() : Set.of(unit));
        store.state(one, unit, statement);
        audit.record("partnership.candidacyChanged", "candidacy", id, Map.of());
    }

    /// What people judge of one criterion. A judgement needs a statement.
    @Transactional
    public void judge(UUID id, UUID criterion, Finding result, Bilingual statement) {
        Candidacy one = get(id);
        editable(id, one.version());
        if (one.scheme().criterion(criterion).isEmpty()) {
            throw KakehashiException.notFound();
        }
        if (result != Finding.UNKNOWN && statement.parity() == Bilingual.Parity.NONE) {
            throw KakehashiException.invalid("partnership.candidacy.problem.statement", Map.of());
        }
        store.judge(
                id,
                new Judgement(
                        criterion,
                        result,
                        statement,
                        CurrentUser.get().id(),
                        LocalDate.now(clock),
                        null));
        audit.record("partnership.criterionJudged", "candidacy", id, Map.of());
    }

    /// What stands in the way of review; null if nothing.
    public @Nullable String obstacle(Candidacy one, List<Evidence> evidence) {
        if (one.statement().parity() != Bilingual.Parity.BOTH) {
            return "partnership.candidacy.problem.languages";
        }
        if (rule(one.scheme(), evidence) == Finding.NOT_MET) {
            return "partnership.candidacy.problem.rule";
        }
        return organizations.get(one.organization()).status() == OrganizationRef.Status.ACTIVE
                ? null
                : "partnership.candidacy.problem.gone";
    }

    /// Takes a candidacy back, or ends a designation, with the reason.
    @Transactional
    public void close(UUID id, int version, Bilingual reason) {
        Candidacy one = get(id);
        if (!mayEdit(one)) {
            throw refused();
        }
        if (one.version() != version) {
            throw KakehashiException.changedMeanwhile();
        }
        if (reason.parity() == Bilingual.Parity.NONE) {
            throw KakehashiException.invalid("partnership.candidacy.problem.reason", Map.of());
        }
        Candidacy.Closing closing = new Candidacy.Closing(LocalDate.now(clock), reason);
        switch (one.state()) {
            case DRAFT -> {
                store.close(one, State.WITHDRAWN, closing);
                cases.getObject()
                        .subjectWithdrawn(CandidacySubject.KIND, id, reason.in(Locale.JAPANESE));
            }
            case DESIGNATED -> store.close(one, State.ENDED, closing);
            case REVIEW ->
                    throw KakehashiException.invalid(
                            "partnership.candidacy.problem.inReview", Map.of());
            case REJECTED, WITHDRAWN, ENDED -> throw KakehashiException.changedMeanwhile();
        }
        audit.record("partnership.candidacyClosed", "candidacy", id, Map.of());
    }

    /// It goes to review: the figures of that day are kept with it.
    void proposed(UUID id) {
        Candidacy one = store.find(id).orElseThrow(KakehashiException::notFound);
        LocalDate today = LocalDate.now(clock);
        for (Evidence each : evidence(one, Locale.JAPANESE)) {
            Evidence.Measured figure = each.measured();
            if (figure != null) {
                store.count(
                        id,
                        Objects.requireNonNull(each.criterion().id()),
                        new Judgement.Counted(figure.value(), figure.records(), today));
            }
        }
        if (one.state() == State.DRAFT) {
            store.move(one, State.REVIEW);
        }
    }

    void back(UUID id, State state) {
        store.find(id)
                .filter(one -> one.state() == State.REVIEW)
                .ifPresent(one -> store.move(one, state));
    }

    /// Designated from today; the designation it follows ends the day before.
    void designated(UUID id, String decision) {
        Candidacy one = store.find(id).orElseThrow(KakehashiException::notFound);
        LocalDate today = LocalDate.now(clock);
        Scheme scheme = one.scheme();
        Integer years = scheme.termYears();
        LocalDate until = years == null ? null : today.plusYears(years).minusDays(1);
        LocalDate again =
                until == null
                        ? today.plusMonths(scheme.reviewMonths())
                        : until.minusMonths(scheme.reviewMonths());
        store.designate(one, new Candidacy.Term(decision, today, until, again));
        Optional.ofNullable(one.follows())
                .flatMap(store::find)
                .filter(before -> before.state() == State.DESIGNATED)
                .ifPresent(before ->
                        store.close(
                                before,
                                State.ENDED,
                                new Candidacy.Closing(
                                        today,
                                        new Bilingual(
                                                org.kakehashi.ui.Messages.text(
                                                        Locale.JAPANESE,
                                                        "partnership.candidacy.followed"),
                                                org.kakehashi.ui.Messages.text(
                                                        Locale.ENGLISH,
                                                        "partnership.candidacy.followed")))));
        audit.record("partnership.designated", "candidacy", id, Map.of("decision", decision));
    }

    private Candidacy editable(UUID id, int version) {
        Candidacy one = get(id);
        if (!mayEdit(one)) {
            throw refused();
        }
        if (one.version() != version) {
            throw KakehashiException.changedMeanwhile();
        }
        if (one.state() == State.REVIEW) {
            throw KakehashiException.invalid("partnership.candidacy.problem.inReview", Map.of());
        }
        if (one.state() != State.DRAFT) {
            throw KakehashiException.invalid("partnership.candidacy.problem.over", Map.of());
        }
        return one;
    }

    private void requireRead() {
        if (!mayRead()) {
            throw KakehashiException.forbidden("partnership.read");
        }
    }

    private static KakehashiException refused() {
        return new KakehashiException(
                KakehashiException.Kind.FORBIDDEN, "partnership.candidacy.refused", Map.of());
    }
}
