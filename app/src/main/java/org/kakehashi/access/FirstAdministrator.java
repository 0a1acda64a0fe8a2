package org.kakehashi.access;

import java.util.List;
import java.util.UUID;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Installation;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sets an empty installation up: the owner, its root unit, the first administrator. Works once.
@Service
public class FirstAdministrator {
    /// What the welcome page asks.
    public record Setup(
            String code,
            Bilingual owner,
            String ownerRorId,
            String login,
            Bilingual name,
            String password) {}

    private final Users users;
    private final Units units;
    private final Installation installation;
    private final SetupCode code;

    FirstAdministrator(Users users, Units units, Installation installation, SetupCode code) {
        this.users = users;
        this.units = units;
        this.installation = installation;
        this.code = code;
    }

    public boolean isWanted() {
        return users.nobodyYet();
    }

    public boolean codeIs(String given) {
        return code.is(given);
    }

    @Transactional
    public void establish(Setup setup) {
        if (!isWanted() || !codeIs(setup.code())) {
            throw KakehashiException.forbidden("access.setup");
        }
        String ror = setup.ownerRorId().isBlank() ? null : setup.ownerRorId().strip();
        if (installation.owner().isEmpty()) {
            installation.establish(new Installation.Owner(false, setup.owner(), ror));
        }
        CurrentUser.SYSTEM.run(() -> {
            UUID root = UUID.randomUUID();
            units.save(
                    new Unit(
                            root,
                            "HOME",
                            null,
                            "university",
                            setup.owner(),
                            ror,
                            null,
                            null,
                            0,
                            0));
            users.create(
                    new Users.NewUser(
                            setup.login(),
                            setup.name(),
                            null,
                            setup.password(),
                            List.of(
                                    new CurrentUser.Grant("administrator", null),
                                    new CurrentUser.Grant("office", null))));
        });
    }
}
