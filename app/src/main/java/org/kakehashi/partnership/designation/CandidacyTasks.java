package org.kakehashi.partnership.designation;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.designation.Candidacy.State;
import org.kakehashi.review.TaskSource;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;

/// Designations that are to be reviewed again soon, or whose partner is no more, at the tasks of
/// those who may put it forward.
@Component
class CandidacyTasks implements TaskSource {
    /// So long before the day it stands among the tasks.
    static final int AHEAD_MONTHS = 6;

    private final Candidacies candidacies;
    private final Organizations organizations;
    private final Clock clock;

    CandidacyTasks(Candidacies candidacies, Organizations organizations, Clock clock) {
        this.candidacies = candidacies;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public List<Task> tasks() {
        if (!candidacies.mayPutForward()) {
            return List.of();
        }
        LocalDate soon = LocalDate.now(clock).plusMonths(AHEAD_MONTHS);
        List<Candidacy> held =
                candidacies.list(List.of(State.DESIGNATED)).stream()
                        .filter(candidacies::mayEdit)
                        .toList();
        Map<UUID, OrganizationRef> partners =
                organizations.find(held.stream().map(Candidacy::organization).toList());
        return held.stream()
                .flatMap(one -> {
                    OrganizationRef partner = partners.get(one.organization());
                    return partner != null && (due(one, soon) || gone(partner))
                            ? Stream.of(task(one, partner))
                            : Stream.empty();
                })
                .toList();
    }

    private static Task task(Candidacy one, OrganizationRef partner) {
        Candidacy.Term term = one.term();
        return new Task(
                t(gone(partner) ? "partnership.designation.gone" : "partnership.designation.again"),
                partner.label(Text.locale()),
                "/strategic-partners/" + one.id(),
                null,
                term == null ? null : term.reviewOn());
    }

    private static boolean due(Candidacy one, LocalDate soon) {
        Candidacy.Term term = one.term();
        return term != null && term.reviewOn() != null && !term.reviewOn().isAfter(soon);
    }

    private static boolean gone(OrganizationRef partner) {
        return partner.status() != OrganizationRef.Status.ACTIVE;
    }
}
