package org.kakehashi.partnership.plan;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.designation.Candidacies;
import org.kakehashi.partnership.designation.Candidacy;
import org.kakehashi.partnership.designation.Candidacy.State;
import org.kakehashi.partnership.designation.Criterion;
import org.kakehashi.partnership.designation.internal.MeasuredEvidence;
import org.kakehashi.partnership.plan.internal.JointPlanStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of plans with strategic partners. Whoever signs in reads them; who may change the
/// designation changes its plan; who owns a goal closes it.
@Service
public class JointPlans {
    private static final int YEARS = 5;

    private final JointPlanStore store;
    private final Candidacies candidacies;
    private final MeasuredEvidence measured;
    private final Audit audit;
    private final Clock clock;

    JointPlans(
            JointPlanStore store,
            Candidacies candidacies,
            MeasuredEvidence measured,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.candidacies = candidacies;
        this.measured = measured;
        this.audit = audit;
        this.clock = clock;
    }

    /// The plan of a designation; a candidacy that was never approved has none.
    public JointPlan of(UUID designation) {
        return store.of(designated(designation).id());
    }

    private Candidacy designated(UUID id) {
        Candidacy one = candidacies.get(id);
        if (one.state() != State.DESIGNATED && one.state() != State.ENDED) {
            throw KakehashiException.notFound();
        }
        return one;
    }

    public boolean mayEdit(Candidacy one) {
        return one.state() == State.DESIGNATED && candidacies.mayEdit(one);
    }

    /// The fiscal years that benefits are shown for, the present one last.
    public List<Integer> years() {
        int last = FiscalYear.of(LocalDate.now(clock)).year();
        return java.util.stream.IntStream.rangeClosed(last - YEARS + 1, last).boxed().toList();
    }

    /// The values of a benefit: typed ones, else what its measure says; years nobody knows are left
    /// out.
    public Map<Integer, BigDecimal> values(Candidacy one, JointPlan.Benefit benefit) {
        Map<Integer, BigDecimal> values = new TreeMap<>(benefit.typed());
        Criterion.Source source = benefit.source();
        if (source == null) {
            return values;
        }
        LocalDate today = LocalDate.now(clock);
        for (int year : years()) {
            LocalDate end = new FiscalYear(year).end();
            BigDecimal counted =
                    measured.ask(
                                    source,
                                    one.organization(),
                                    end.isAfter(today) ? today : end,
                                    Locale.ENGLISH)
                            .value();
            if (counted != null) {
                values.putIfAbsent(year, counted);
            }
        }
        return values;
    }

    @Transactional
    public void save(UUID designation, JointPlan.Goal goal) {
        editable(designation);
        requireName(goal.name());
        if (goal.talk() != null
                && of(designation).talks().stream()
                        .noneMatch(one -> goal.talk().equals(one.id()))) {
            throw KakehashiException.notFound();
        }
        store.save(designation, goal);
        told(designation);
    }

    /// It is done; by its owner, or by who may change the plan.
    @Transactional
    public void close(UUID designation, UUID goal, JointPlan.Status status) {
        Candidacy one = designated(designation);
        JointPlan.Goal found =
                store.of(designation).goals().stream()
                        .filter(each -> goal.equals(each.id()))
                        .findFirst()
                        .orElseThrow(KakehashiException::notFound);
        UUID me = CurrentUser.get().id();
        if (!mayEdit(one) && (me == null || !me.equals(found.owner()))) {
            throw KakehashiException.forbidden("partnership.designate");
        }
        store.save(
                designation,
                new JointPlan.Goal(
                        found.id(),
                        found.talk(),
                        found.name(),
                        found.owner(),
                        found.partnerOwner(),
                        found.due(),
                        status,
                        found.note(),
                        found.version()));
        told(designation);
    }

    @Transactional
    public void save(UUID designation, JointPlan.BudgetLine line) {
        editable(designation);
        requireName(line.name());
        store.save(designation, line);
        told(designation);
    }

    @Transactional
    public void save(UUID designation, JointPlan.Talk talk) {
        editable(designation);
        if (talk.participants().isBlank()) {
            throw KakehashiException.invalid("partnership.joint.problem.participants", Map.of());
        }
        store.save(designation, talk);
        told(designation);
    }

    @Transactional
    public void save(UUID designation, JointPlan.Benefit benefit) {
        editable(designation);
        requireName(benefit.name());
        Criterion.Source source = benefit.source();
        if (source != null
                && measured.find(source.measure())
                        .flatMap(one -> MeasuredEvidence.choices(one, source.choices()))
                        .isEmpty()) {
            throw KakehashiException.invalid("partnership.joint.problem.source", Map.of());
        }
        store.save(designation, benefit);
        told(designation);
    }

    @Transactional
    public void value(UUID designation, UUID benefit, int year, @Nullable BigDecimal value) {
        editable(designation);
        if (of(designation).benefits().stream().noneMatch(one -> benefit.equals(one.id()))) {
            throw KakehashiException.notFound();
        }
        store.value(benefit, year, value);
        told(designation);
    }

    @Transactional
    public void remove(UUID designation, String what, UUID id) {
        editable(designation);
        switch (what) {
            case "goals" -> store.removeGoal(designation, id);
            case "budget" -> store.removeLine(designation, id);
            case "talks" -> store.removeTalk(designation, id);
            case "benefits" -> store.removeBenefit(designation, id);
            default -> throw KakehashiException.notFound();
        }
        told(designation);
    }

    /// What the person acting must still do.
    List<JointPlanStore.Waiting> mine() {
        UUID me = CurrentUser.get().id();
        return me == null ? List.of() : store.waiting(me);
    }

    private void editable(UUID designation) {
        Candidacy one = designated(designation);
        if (one.state() != State.DESIGNATED) {
            throw KakehashiException.invalid("partnership.joint.problem.over", Map.of());
        }
        if (!candidacies.mayEdit(one)) {
            throw KakehashiException.forbidden("partnership.designate");
        }
    }

    private static void requireName(Bilingual name) {
        if (Objects.requireNonNull(name).parity() == Bilingual.Parity.NONE) {
            throw KakehashiException.invalid("partnership.joint.problem.name", Map.of());
        }
    }

    private void told(UUID designation) {
        audit.record("partnership.planChanged", "candidacy", designation, Map.of());
    }
}
