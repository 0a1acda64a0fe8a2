package org.kakehashi.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.review.Step.Outcome;
import org.kakehashi.review.internal.DemoBackdate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The demonstration's reviews: two processes of the invented university, and general matters in
/// different states. Everything is invented.
@Component
class DemoReviews implements DemoData {
    private final Processes processes;
    private final Matters matters;
    private final ReviewCases cases;
    private final Bodies bodies;
    private final Users users;
    private final Units units;
    private final DemoBackdate backdate;
    private final Meetings meetings;
    private final Decisions decisions;
    private final Minutes minutes;
    private final CorrectiveActions actions;
    private final Clock clock;

    DemoReviews(
            Processes processes,
            Matters matters,
            ReviewCases cases,
            Bodies bodies,
            Users users,
            Units units,
            DemoBackdate backdate,
            Meetings meetings,
            Decisions decisions,
            Minutes minutes,
            CorrectiveActions actions,
            Clock clock) {
        this.processes = processes;
        this.matters = matters;
        this.cases = cases;
        this.bodies = bodies;
        this.users = users;
        this.units = units;
        this.backdate = backdate;
        this.meetings = meetings;
        this.decisions = decisions;
        this.minutes = minutes;
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    @Transactional
    public void fill() {
        CurrentUser office = user("office");
        CurrentUser executive = user("executive");
        UUID university = office.call(() -> process("hokkaido", "aobano-university"));
        office.call(() -> nextEdition(university));
        UUID general = office.call(() -> general("tohoku-strategic-partner"));
        case1(office, executive, university);
        case2(office, executive, university);
        running(office, university, "見本協定 ほしぞら大学", "Sample agreement with Hoshizora University", 9);
        running(office, general, "見本拠点の設置", "A sample overseas office", 3);
        office.run(() -> committees(office, executive));
    }

    /// A draft of the next edition, in which the council is only informed.
    private UUID nextEdition(UUID process) {
        ReviewProcess inUse = processes.get(process);
        UUID copy = processes.copy(process, inUse.code(), inUse.name());
        ReviewProcess draft = processes.get(copy);
        processes.change(
                draft.withSteps(
                        draft.steps().stream()
                                .map(step ->
                                        step.code().equals("council")
                                                ? new Step(
                                                        step.id(),
                                                        step.code(),
                                                        step.stage(),
                                                        Step.Kind.INFORM,
                                                        new Bilingual(
                                                                "評議会への報告", "Council is informed"),
                                                        step.body(),
                                                        step.condition(),
                                                        null,
                                                        null,
                                                        null,
                                                        false,
                                                        step.againOn(),
                                                        List.of())
                                                : step)
                                .toList(),
                        draft.version()));
        return copy;
    }

    /// Two committees; one has met, with a decision, minutes and a corrective action.
    private void committees(CurrentUser office, CurrentUser executive) {
        LocalDate today = LocalDate.now(clock);
        UUID board = body("board");
        member(board, executive, Holder.Duty.CHAIR);
        member(board, office, Holder.Duty.SECRETARY);
        UUID committee = body("international_committee");
        member(committee, office, Holder.Duty.CHAIR);
        member(committee, user("member"), Holder.Duty.MEMBER);
        member(committee, executive, Holder.Duty.MEMBER);
        Bilingual place = new Bilingual("見本会議室", "Sample room");
        UUID past =
                meetings.call(committee, today.minusDays(20), LocalTime.of(14, 30), place, null);
        meetings.attend(past, Set.of(id(office), id(executive)));
        meetings.addItem(
                past, new Bilingual("見本 受入れ体制の点検", "Sample: check of how guests are received"), "");
        AgendaItem item = meetings.get(past).agenda().getFirst();
        decisions.decide(
                past,
                item.id(),
                item.version(),
                AgendaItem.Result.APPROVED,
                new AgendaItem.Votes(2, 0, 0, false),
                Set.of(),
                new Bilingual("点検を毎年行う。", "The check is made every year."));
        actions.ask(
                past,
                new Bilingual("見本 点検表の作成", "Sample: write the check list"),
                id(office),
                today.plusDays(10));
        minutes.draft(past, meetings.get(past).version());
        minutes.approve(past, meetings.get(past).version());
        meetings.call(committee, today.plusDays(8), LocalTime.of(14, 30), place, null);
        meetings.call(board, today.plusDays(12), LocalTime.of(10, 0), place, null);
    }

    private void member(UUID body, CurrentUser who, Holder.Duty duty) {
        LocalDate from = LocalDate.now(clock).minusDays(200);
        bodies.addHolder(new Holder(body, body, id(who), who.name(), null, duty, true, from, null));
    }

    private UUID body(String code) {
        return bodies.list().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static UUID id(CurrentUser who) {
        return Objects.requireNonNull(who.id());
    }

    /// Approved by everyone, long ago.
    private void case1(CurrentUser office, CurrentUser executive, UUID process) {
        UUID id =
                propose(
                        office,
                        process,
                        "見本協定 つきかげ大学",
                        "Sample agreement with Tsukikage University",
                        "agreement");
        agreeing(id, office, executive, 20);
        backdate.move(id, 64, 6);
    }

    /// Returned by the vice-president, waits for the proposer.
    private void case2(CurrentUser office, CurrentUser executive, UUID process) {
        UUID id =
                propose(
                        office,
                        process,
                        "見本協定 かざはな大学",
                        "Sample agreement with Kazahana University",
                        "agreement");
        executive.run(() -> {
            ReviewCase one = cases.get(id);
            cases.act(
                    id,
                    one.version(),
                    one.openSteps().getFirst().id(),
                    null,
                    "有効期間を明記してください。 / Please state the term.",
                    Map.of());
        });
        backdate.move(id, 12, 4);
    }

    private void running(CurrentUser office, UUID process, String ja, String en, int days) {
        UUID id = propose(office, process, ja, en, "overseas_office");
        backdate.move(id, days, 1);
    }

    private void agreeing(UUID id, CurrentUser office, CurrentUser executive, int atMost) {
        for (int i = 0; i < atMost; i++) {
            ReviewCase one = office.call(() -> cases.get(id));
            List<Step> open = one.openSteps();
            if (open.isEmpty()) {
                return;
            }
            Step step = open.getFirst();
            boolean byOffice = office.call(() -> cases.actor(one, step)).isPresent();
            Map<UUID, Answer> answers =
                    step.checks().stream()
                            .collect(
                                    Collectors.toMap(
                                            Step.Check::id,
                                            check -> new Answer(true, "見本資料1 / sample paper 1")));
            Outcome outcome = step.kind().outcomes().getFirst();
            (byOffice ? office : executive)
                    .run(() -> cases.act(id, one.version(), step.id(), outcome, "", answers));
        }
    }

    private UUID propose(CurrentUser office, UUID process, String ja, String en, String topic) {
        return office.call(() -> {
            UUID matter =
                    matters.create(
                            new Matter(
                                    new UUID(0, 0),
                                    new Bilingual(ja, en),
                                    new Bilingual(
                                            "見本の提案です。相手機関は架空です。",
                                            "A sample proposal. The partner is invented."),
                                    topic,
                                    "university",
                                    null,
                                    "no",
                                    Set.of(unit("ENG"), unit("SCI")),
                                    "",
                                    null,
                                    0));
            return cases.propose("matter", matter, process, false, null);
        });
    }

    private UUID process(String example, String code) {
        return published(
                example,
                code,
                new Bilingual("見本 大学間の案件", "Sample: university-level matters"),
                null);
    }

    private UUID general(String example) {
        return published(
                example,
                "aobano-general",
                new Bilingual("見本 一般の案件", "Sample: general matters"),
                Condition.parse("units <= 1"));
    }

    /// A copy of an example with time limits and reminders, put in force.
    private UUID published(String example, String code, Bilingual name, @Nullable Condition fast) {
        ReviewProcess original =
                processes.list().stream()
                        .filter(one -> one.example() != null && one.code().equals(example))
                        .findFirst()
                        .orElseThrow();
        UUID copy = processes.copy(original.id(), code, name);
        ReviewProcess draft = processes.get(copy);
        UUID office =
                bodies.list().stream()
                        .filter(one -> one.code().equals("international_office"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        processes.change(
                new ReviewProcess(
                        copy,
                        draft.code(),
                        draft.edition(),
                        draft.state(),
                        draft.name(),
                        List.of("agreement", "matter"),
                        Condition.ALWAYS,
                        fast,
                        null,
                        draft.note(),
                        draft.steps().stream().map(step -> timed(step, office)).toList(),
                        draft.version()));
        processes.publish(copy, processes.get(copy).version());
        return copy;
    }

    private static Step timed(Step step, UUID escalate) {
        return new Step(
                step.id(),
                step.code(),
                step.stage(),
                step.kind(),
                step.name(),
                step.body(),
                step.condition(),
                step.kind() == Step.Kind.INFORM ? null : 7,
                step.kind() == Step.Kind.INFORM ? null : 2,
                step.kind() == Step.Kind.INFORM ? null : escalate,
                step.kind() == Step.Kind.DECIDE,
                step.againOn(),
                step.checks());
    }

    private UUID unit(String code) {
        return units.findByNameOrCode(code).orElseThrow().id();
    }

    private CurrentUser user(String login) {
        User user = users.findByLogin(login).orElseThrow();
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }
}
