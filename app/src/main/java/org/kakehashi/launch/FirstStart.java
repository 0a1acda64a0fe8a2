package org.kakehashi.launch;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.kernel.Installation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides what a folder or server database holds: a demonstration or a real installation; never
/// both.
@Component
class FirstStart {
    private final Installation installation;
    private final ObjectProvider<DemoData> contributions;
    private final TransactionTemplate transaction;

    FirstStart(
            Installation installation,
            ObjectProvider<DemoData> contributions,
            TransactionTemplate transaction) {
        this.installation = installation;
        this.contributions = contributions;
        this.transaction = transaction;
    }

    void prepare(boolean empty, boolean embedded) {
        Optional<Installation.Owner> owner = installation.owner();
        if (owner.isEmpty()) {
            if (!empty && !embedded) {
                throw new StartupProblem("launch.problem.demoServer", Map.of());
            }
            if (!empty) {
                fill();
            }
        } else if (empty && owner.get().demonstration()) {
            throw new StartupProblem("launch.problem.isDemo", Map.of());
        } else if (!embedded && owner.get().demonstration()) {
            throw new StartupProblem("launch.problem.demoServer", Map.of());
        }
    }

    private void fill() {
        transaction.executeWithoutResult(status ->
                CurrentUser.SYSTEM.run(() -> {
                    installation.establish(
                            new Installation.Owner(
                                    true, new Bilingual("青葉野大学", "Aobano University"), null));
                    contributions.stream()
                            .sorted(Comparator.comparingInt(DemoData::order))
                            .forEach(DemoData::fill);
                }));
    }
}
