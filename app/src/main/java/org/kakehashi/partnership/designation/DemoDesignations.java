package org.kakehashi.partnership.designation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.organization.DemoPartners;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.review.Answer;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.review.Step;
import org.springframework.stereotype.Component;

/// The demonstration's strategic partners: one designated, one under review, one being prepared.
/// Everything is invented.
@Component
class DemoDesignations implements DemoData {
    private final Schemes schemes;
    private final Candidacies candidacies;
    private final DemoPartners partners;
    private final Processes processes;
    private final ReviewCases cases;
    private final Users users;

    DemoDesignations(
            Schemes schemes,
            Candidacies candidacies,
            DemoPartners partners,
            Processes processes,
            ReviewCases cases,
            Users users) {
        this.schemes = schemes;
        this.candidacies = candidacies;
        this.partners = partners;
        this.processes = processes;
        this.cases = cases;
        this.users = users;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public void fill() {
        List<OrganizationRef> known = partners.list();
        if (known.size() < 3) {
            return;
        }
        CurrentUser office = user("office");
        UUID process = office.call(this::process);
        UUID scheme = office.call(() -> Objects.requireNonNull(schemes.inUse().getFirst().id()));
        UUID first = office.call(() -> prepared(known.get(0).id(), scheme));
        UUID designation = office.call(() -> put(first, process));
        approve(designation, office, user("executive"));
        UUID second = office.call(() -> prepared(known.get(1).id(), scheme));
        office.call(() -> put(second, process));
        office.call(() -> candidacies.begin(known.get(2).id(), scheme, null));
    }

    private UUID put(UUID candidacy, UUID process) {
        return cases.propose(CandidacySubject.KIND, candidacy, process, false, null);
    }

    private UUID prepared(UUID partner, UUID scheme) {
        UUID id = candidacies.begin(partner, scheme, null);
        Candidacy one = candidacies.get(id);
        one.scheme()
                .criteria()
                .forEach(criterion ->
                        candidacies.judge(
                                id,
                                Objects.requireNonNull(criterion.id()),
                                criterion.code().equals("c3") ? Finding.UNKNOWN : Finding.MET,
                                new Bilingual("見本の根拠です。", "Sample grounds.")));
        candidacies.state(
                id,
                one.version(),
                null,
                new Bilingual(
                        "見本 研究と教育の両面で交流が続いており、全学で取り組む相手機関です。",
                        "Sample: exchange in research and education goes on; a partner of the whole"
                                + " university."));
        return id;
    }

    /// The example of the process, copied and put in force.
    private UUID process() {
        UUID example =
                processes.list().stream()
                        .filter(one -> one.code().equals("tohoku-strategic-partner"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        UUID copy =
                processes.copy(
                        example,
                        "aobano-strategic",
                        new Bilingual(
                                "見本 戦略的パートナーの指定", "Sample: designation of strategic partners"));
        processes.publish(copy, processes.get(copy).version());
        return copy;
    }

    private void approve(UUID id, CurrentUser office, CurrentUser executive) {
        for (int i = 0; i < 10; i++) {
            ReviewCase one = office.call(() -> cases.get(id));
            if (one.openSteps().isEmpty()) {
                return;
            }
            Step step = one.openSteps().getFirst();
            boolean byOffice = office.call(() -> cases.actor(one, step)).isPresent();
            Map<UUID, Answer> answers =
                    step.checks().stream()
                            .collect(
                                    Collectors.toMap(
                                            Step.Check::id,
                                            check -> new Answer(true, "見本資料 / sample paper")));
            (byOffice ? office : executive)
                    .run(() ->
                            cases.act(
                                    id,
                                    one.version(),
                                    step.id(),
                                    step.kind().outcomes().getFirst(),
                                    "",
                                    answers));
        }
    }

    private CurrentUser user(String login) {
        User user = users.findByLogin(login.toLowerCase(Locale.ROOT)).orElseThrow();
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }
}
