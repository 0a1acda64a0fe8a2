package org.kakehashi.home.web;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.home.internal.RegistryState;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.HomeCard;
import org.kakehashi.ui.view.FigureTile;
import org.springframework.stereotype.Component;

/// The state of the system: accounts, and the registry that institutions are recognised by.
@Component
class AdministrationCard implements HomeCard {
    private final Users users;
    private final RegistryState registry;

    AdministrationCard(Users users, RegistryState registry) {
        this.users = users;
        this.registry = registry;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Optional<Card> card(CurrentUser user) {
        boolean administrator = user.has("administrator");
        if (!administrator && !user.has("office")) {
            return Optional.empty();
        }
        List<FigureTile> figures = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        figures.add(registryTile());
        links.add(new Link(t("home.registry.open"), "/organizations"));
        if (administrator) {
            long active = users.list().stream().filter(User::active).count();
            figures.add(
                    new FigureTile(
                            t("home.accounts.active"),
                            t("home.number", "n", active),
                            t("home.people"),
                            "",
                            "/users"));
            links.add(new Link(t("access.users"), "/users"));
            links.add(new Link(t("access.audit"), "/audit"));
        }
        return Optional.of(
                new Card(
                        "administration", t("home.system"), null, figures, List.of(), null, links));
    }

    private FigureTile registryTile() {
        Optional<RegistryState.Release> latest = registry.latest();
        String label = t("home.registry");
        if (latest.isEmpty()) {
            return new FigureTile(label, null, "", t("home.registry.none"), null);
        }
        RegistryState.Release release = latest.get();
        String asOf =
                release.releasedOn() == null ? release.name() : Dates.day(release.releasedOn());
        return new FigureTile(
                label,
                t("home.number", "n", release.records()),
                t("home.registry.unit"),
                t("home.registry.asOf", "day", asOf),
                "/organizations");
    }
}
