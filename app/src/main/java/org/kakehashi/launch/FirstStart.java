package org.kakehashi.launch;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.kernel.Installation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides what a folder or server database holds: a demonstration or a real installation; never
/// both.
///
/// Runs before the web server listens, so that nobody sees a demonstration half filled.
@Component
class FirstStart implements SmartLifecycle {
    /// `demonstration` or `empty`; absent where nothing is to be decided, as in tests.
    static final String MODE = "kakehashi.mode";

    /// Whether the database is the embedded one.
    static final String EMBEDDED = "kakehashi.embedded";

    private final Installation installation;
    private final ObjectProvider<DemoData> contributions;
    private final TransactionTemplate transaction;
    private final Environment environment;
    private boolean prepared;

    FirstStart(
            Installation installation,
            ObjectProvider<DemoData> contributions,
            TransactionTemplate transaction,
            Environment environment) {
        this.installation = installation;
        this.contributions = contributions;
        this.transaction = transaction;
        this.environment = environment;
    }

    @Override
    public void start() {
        String mode = environment.getProperty(MODE);
        if (mode != null) {
            prepare(
                    mode.equals("empty"),
                    environment.getProperty(EMBEDDED, Boolean.class, Boolean.TRUE));
        }
        prepared = true;
    }

    @Override
    public void stop() {
        prepared = false;
    }

    @Override
    public boolean isRunning() {
        return prepared;
    }

    /// Before the web server, whose phase is near the highest.
    @Override
    public int getPhase() {
        return 0;
    }

    private void prepare(boolean empty, boolean embedded) {
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
