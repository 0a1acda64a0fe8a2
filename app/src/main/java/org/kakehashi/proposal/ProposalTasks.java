package org.kakehashi.proposal;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import org.kakehashi.review.TaskSource;
import org.springframework.stereotype.Component;

/// Proposals that wait for the person acting: drafts to finish, returned ones to put right,
/// approved ones to get signed.
@Component
class ProposalTasks implements TaskSource {
    private static final int MOST = 30;

    private final Proposals proposals;
    private final Checks checks;

    ProposalTasks(Proposals proposals, Checks checks) {
        this.proposals = proposals;
        this.checks = checks;
    }

    @Override
    public List<Task> tasks() {
        return proposals.waiting(MOST).stream()
                .map(one ->
                        new Task(
                                t("proposal.task." + one.state().code()),
                                one.number() + " " + t(checks.title(one)),
                                one.state() == Proposal.State.APPROVED
                                        ? one.href() + "/signing"
                                        : one.href(),
                                one.since(),
                                null))
                .toList();
    }
}
