package org.kakehashi.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewCases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The demonstration's assessments: a year that is over, with what was promised in it, and the one
/// that runs. Everything is invented.
@Component
class DemoAssessments implements DemoData {
    private final Cycles cycles;
    private final Assessments assessments;
    private final Promises promises;
    private final Processes processes;
    private final ReviewCases cases;
    private final Users users;
    private final Clock clock;

    DemoAssessments(
            Cycles cycles,
            Assessments assessments,
            Promises promises,
            Processes processes,
            ReviewCases cases,
            Users users,
            Clock clock) {
        this.cycles = cycles;
        this.assessments = assessments;
        this.promises = promises;
        this.processes = processes;
        this.cases = cases;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    @Transactional
    public void fill() {
        FiscalYear now = FiscalYear.of(LocalDate.now(clock));
        UUID before = open(now.plus(-2));
        Assessment old = form(before, "P1.3");
        write(
                old,
                Assessment.Grade.B,
                "台帳の点検が半数にとどまった（架空）。",
                "Only half of the register was checked (invented).");
        UUID promise =
                promises.add(
                        old.id(),
                        new Bilingual("期限切れの協定をすべて確認する", "Look at every expired agreement"),
                        user("office").id(),
                        now.plus(-1).end());
        promises.finish(
                promise,
                0,
                now.plus(-1).end().minusDays(20),
                "全件を確認した（架空） / all looked at (invented)");
        cycles.close(before, 0, true);

        UUID running = open(now.plus(-1));
        Assessment one = form(running, "P1.3");
        write(
                one,
                Assessment.Grade.A,
                "台帳の点検を終え、指標が毎日そろうようになった（架空）。",
                "The register is checked, and the figures are there every day (invented).");
        promises.add(
                one.id(),
                new Bilingual("部局の計画と指標を結び付ける", "Tie the plans of units to indicators"),
                user("office").id(),
                now.end());
        user("executive")
                .run(() ->
                        assessments.say(
                                one.id(),
                                null,
                                "根拠となる数値を添えてください（架空） / figures, please (invented)"));
        UUID process = process();
        user("office")
                .run(() -> cases.propose(AssessmentSubject.KIND, one.id(), process, false, null));
    }

    private UUID open(FiscalYear year) {
        return cycles.open(
                new Cycle(
                        new UUID(0, 0),
                        "INT",
                        Cycle.Kind.YEARLY,
                        year.year(),
                        year.end(),
                        year.end().plusMonths(2),
                        false,
                        0));
    }

    private Assessment form(UUID cycle, String action) {
        return assessments.of(cycles.get(cycle)).stream()
                .filter(one -> one.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private void write(Assessment one, Assessment.Grade grade, String ja, String en) {
        assessments.save(
                one.id(),
                one.version(),
                new Assessment.Content(
                        grade,
                        new Bilingual(ja, en),
                        Map.of(
                                Assessment.Criterion.EFFECTIVENESS,
                                new Assessment.Judgement(3, null))));
    }

    private UUID process() {
        UUID example =
                processes.list().stream()
                        .filter(one -> one.code().equals("self-assessment"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        UUID copy =
                processes.copy(
                        example,
                        "aobano-assessment",
                        new Bilingual("見本 自己評価", "Sample: assessment"));
        processes.publish(copy, processes.get(copy).version());
        return copy;
    }

    private CurrentUser user(String login) {
        User user = users.findByLogin(login).orElseThrow();
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }
}
