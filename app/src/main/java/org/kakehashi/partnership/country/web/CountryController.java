package org.kakehashi.partnership.country.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.country.CountryPlan;
import org.kakehashi.partnership.country.CountryPlans;
import org.kakehashi.partnership.country.Places;
import org.kakehashi.partnership.web.Typed;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Pages of countries and regions, and the plans made for them.
@Controller
public class CountryController {
    private static final int UNPROCESSABLE = 422;

    /// The form of a plan.
    ///
    /// @param id null for a new one
    public record Form(@Nullable UUID id, Places.Place place, Typed typed, List<Choice> units) {
        public String action() {
            return id == null
                    ? "/countries/plans/new?place=" + place.code()
                    : "/countries/plans/" + id + "/edit";
        }

        public List<Choice> statuses() {
            return Arrays.stream(CountryPlan.Status.values())
                    .map(one ->
                            new Choice(one.code(), t("partnership.plan.status." + one.code()))
                                    .chosenIf(typed.value("status")))
                    .toList();
        }

        public List<Choice> chosenUnits() {
            return units.stream().map(one -> one.chosenIf(typed.value("unit"))).toList();
        }
    }

    private final CountryPages pages;
    private final CountryPlans plans;
    private final Places places;
    private final Units units;
    private final Users users;
    private final Templates templates;

    CountryController(
            CountryPages pages,
            CountryPlans plans,
            Places places,
            Units units,
            Users users,
            Templates templates) {
        this.pages = pages;
        this.plans = plans;
        this.places = places;
        this.units = units;
        this.users = users;
        this.templates = templates;
    }

    @GetMapping("/countries")
    JteModel overview() {
        return templates.partnershipCountries(pages.overview());
    }

    @GetMapping("/countries/{code:[A-Z]{2}}")
    JteModel country(@PathVariable String code) {
        return templates.partnershipCountry(pages.of(code));
    }

    @GetMapping("/regions/{code:[a-z_]{2,20}}")
    JteModel region(@PathVariable String code) {
        return templates.partnershipCountry(pages.of(code));
    }

    @GetMapping("/countries/plans/new")
    JteModel empty(@RequestParam String place) {
        requireWrite();
        Typed typed = new Typed();
        typed.put("status", CountryPlan.Status.PLANNED.code());
        return form(null, place, typed);
    }

    @PostMapping("/countries/plans/new")
    @Nullable JteModel create(
            @RequestParam String place,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response)
            throws IOException {
        requireWrite();
        return answer(null, place, new Typed(fields), response);
    }

    @GetMapping("/countries/plans/{id:[0-9a-f-]{36}}/edit")
    JteModel filled(@PathVariable UUID id) {
        requireWrite();
        CountryPlan plan = plans.get(id);
        Typed typed = new Typed();
        typed.put("version", plan.version());
        typed.put("title", plan.title());
        typed.put("goal", plan.goal());
        typed.put("unit", plan.unit());
        UUID owner = plan.owner();
        if (owner != null) {
            users.login(owner).ifPresent(login -> typed.put("owner", login));
        }
        typed.put("from", plan.from());
        typed.put("until", plan.until());
        typed.put("status", plan.status().code());
        typed.put("review", plan.reviewOn());
        return form(id, plan.place(), typed);
    }

    @PostMapping("/countries/plans/{id:[0-9a-f-]{36}}/edit")
    @Nullable JteModel change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response)
            throws IOException {
        requireWrite();
        return answer(id, plans.get(id).place(), new Typed(fields), response);
    }

    private @Nullable JteModel answer(
            @Nullable UUID id, String place, Typed typed, HttpServletResponse response)
            throws IOException {
        LocalDate from = typed.dayNeeded("from");
        LocalDate until = typed.day("until");
        if (typed.bilingual("title").parity() == Bilingual.Parity.NONE) {
            typed.problem("titleJa", "partnership.plan.problem.title");
        }
        if (until != null && typed.sound() && until.isBefore(from)) {
            typed.problem("until", "partnership.plan.problem.until");
        }
        String login = typed.text("owner");
        UUID owner = login == null ? null : users.findByLogin(login).map(User::id).orElse(null);
        if (login != null && owner == null) {
            typed.problem("owner", "partnership.problem.responsible");
        }
        CountryPlan plan =
                new CountryPlan(
                        id,
                        place,
                        typed.bilingual("title"),
                        typed.bilingual("goal"),
                        typed.id("unit"),
                        owner,
                        from,
                        until,
                        Coded.find(CountryPlan.Status.class, typed.value("status"))
                                .orElse(CountryPlan.Status.PLANNED),
                        typed.day("review"),
                        typed.version());
        if (typed.sound()) {
            try {
                plans.save(plan);
                response.sendRedirect(places.get(place).href() + "#plans");
                return null;
            } catch (KakehashiException refused) {
                if (refused.kind() == KakehashiException.Kind.NOT_FOUND
                        || refused.kind() == KakehashiException.Kind.CONFLICT) {
                    throw refused;
                }
                typed.problem("", refused.key());
            }
        }
        response.setStatus(UNPROCESSABLE);
        return form(id, place, typed);
    }

    private void requireWrite() {
        if (!plans.mayWrite()) {
            throw KakehashiException.forbidden("partnership.countryEdit");
        }
    }

    private JteModel form(@Nullable UUID id, String place, Typed typed) {
        return templates.partnershipCountryPlan(
                new Form(
                        id,
                        places.get(place),
                        typed,
                        units.list().stream()
                                .map(unit -> new Choice(unit.id().toString(), t(unit.name())))
                                .toList()));
    }
}
