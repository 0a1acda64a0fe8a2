package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Permissions;
import org.kakehashi.access.Units;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// "Why can I (not) do this?": each grant of a person, and what it gives for a use case in a unit.
@Controller
class WhyController {
    private final Permissions permissions;
    private final Access access;
    private final Users users;
    private final Units units;
    private final Templates templates;

    WhyController(
            Permissions permissions, Access access, Users users, Units units, Templates templates) {
        this.permissions = permissions;
        this.access = access;
        this.users = users;
        this.units = units;
        this.templates = templates;
    }

    @GetMapping("/why")
    JteModel why(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String useCase,
            @RequestParam(required = false) @Nullable UUID unit) {
        UUID me = Objects.requireNonNull(CurrentUser.get().id());
        UUID of = person == null ? me : person;
        List<User> people = access.may("access.administer") ? users.list() : List.of();
        String asked = useCase != null && access.useCases().contains(useCase) ? useCase : null;
        return templates.accessWhy(
                people,
                of,
                List.copyOf(access.useCases()),
                asked,
                units.list(),
                unit,
                asked == null ? null : permissions.explain(of, asked, unit));
    }
}
