package org.kakehashi.intake.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.JobKind;
import org.kakehashi.kernel.JobRun;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The long steps of an import in the background, on behalf of the person who asked: large lists
/// only, small ones are done at once.
@Component
public class Work implements JobKind {
    public static final String NAME = "intake.job.import";

    /// The steps, implemented by the door.
    public interface Steps {
        Map<String, Integer> work(UUID importId, String step, Progress progress);
    }

    private final ObjectProvider<Steps> steps;
    private final Users users;

    Work(ObjectProvider<Steps> steps, Users users) {
        this.steps = steps;
        this.users = users;
    }

    public static Map<String, Object> input(UUID importId, String step) {
        return Map.of(
                "import", importId.toString(), "step", step, "login", CurrentUser.get().login());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobRun run) {
        UUID importId = UUID.fromString(text(run, "import"));
        User user =
                users.findByLogin(text(run, "login"))
                        .filter(User::active)
                        .orElseThrow(() -> KakehashiException.forbidden("intake.use"));
        var acting = new CurrentUser(user.id(), user.login(), user.name(), user.grants());
        Map<String, Integer> counts =
                acting.call(
                        () -> steps.getObject().work(importId, text(run, "step"), run::progress));
        run.result(new HashMap<>(Map.of("rows", counts.getOrDefault("read", 0))));
    }

    private static String text(JobRun run, String name) {
        return String.valueOf(run.input().get(name));
    }
}
