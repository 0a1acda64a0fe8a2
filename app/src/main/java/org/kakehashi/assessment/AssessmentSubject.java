package org.kakehashi.assessment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.review.CaseState;
import org.kakehashi.review.Facts;
import org.kakehashi.review.ReviewSubject;
import org.kakehashi.strategy.Plans;
import org.kakehashi.ui.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// A self-assessment as a subject of review: from the unit over office and committee to the board.
@Component
class AssessmentSubject implements ReviewSubject {
    static final String KIND = "assessment";

    private final ObjectProvider<Assessments> assessments;
    private final Cycles cycles;
    private final Plans plans;

    /// @param assessments late, because they tell the review of changes
    AssessmentSubject(ObjectProvider<Assessments> assessments, Cycles cycles, Plans plans) {
        this.assessments = assessments;
        this.cycles = cycles;
        this.plans = plans;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Bilingual name() {
        return words("assessment.review.kind");
    }

    @Override
    public List<FactKind> facts() {
        return List.of(
                new FactKind("units", words("assessment.review.units"), List.of()),
                new FactKind(
                        "grade",
                        words("assessment.grade"),
                        Arrays.stream(Assessment.Grade.values())
                                .map(one ->
                                        new Value(
                                                one.code(),
                                                words("assessment.grade." + one.code())))
                                .toList()),
                new FactKind(
                        "cycle",
                        words("assessment.cycle.kind"),
                        Arrays.stream(Cycle.Kind.values())
                                .map(one ->
                                        new Value(
                                                one.code(),
                                                words("assessment.cycle.kind." + one.code())))
                                .toList()));
    }

    @Override
    public Subject get(UUID id) {
        Assessment one = assessments.getObject().get(id);
        Cycle cycle = cycles.get(one.cycle());
        Map<String, Set<String>> facts = new HashMap<>();
        facts.put("units", Set.of(Integer.toString(one.units().size())));
        facts.put("cycle", Set.of(cycle.kind().code()));
        if (one.content().grade() != null) {
            facts.put("grade", Set.of(one.content().grade().code()));
        }
        return new Subject(title(one, cycle), "/assessments/" + id, one.units(), new Facts(facts));
    }

    Bilingual title(Assessment one, Cycle cycle) {
        Bilingual action = plans.action(one.action()).title();
        return new Bilingual(
                title(one, cycle, action, Locale.JAPANESE),
                title(one, cycle, action, Locale.ENGLISH));
    }

    private static String title(Assessment one, Cycle cycle, Bilingual action, Locale locale) {
        return Messages.text(
                locale,
                "assessment.title.one",
                Map.of(
                        "year",
                        new org.kakehashi.kernel.FiscalYear(cycle.year()).label(locale),
                        "code",
                        one.action(),
                        "title",
                        action.in(locale)));
    }

    @Override
    public boolean mayPropose(UUID id) {
        Assessments door = assessments.getObject();
        Assessment one = door.get(id);
        return door.mayWrite(one) && one.content().complete();
    }

    @Override
    public void moved(UUID id, Move move) {
        assessments.getObject().moved(id, state(move.status()));
    }

    private static Assessment.State state(CaseState.Status status) {
        return switch (status) {
            case RUNNING -> Assessment.State.SUBMITTED;
            case RETURNED -> Assessment.State.RETURNED;
            case APPROVED -> Assessment.State.APPROVED;
            case REJECTED -> Assessment.State.REJECTED;
            case WITHDRAWN -> Assessment.State.DRAFT;
        };
    }

    /// Nothing beyond what [#moved] noted.
    @Override
    public void decided(UUID id, Decision decision) {}

    private static Bilingual words(String key) {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, key, Map.of()),
                Messages.text(Locale.ENGLISH, key, Map.of()));
    }
}
