package org.kakehashi.partnership.country.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.country.Acquaintance;
import org.kakehashi.partnership.country.Network;
import org.kakehashi.partnership.web.Typed;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What I know of countries and institutions, stated and taken back by myself.
@Controller
@RequestMapping("/network")
public class NetworkController {
    private static final int UNPROCESSABLE = 422;

    /// What the page shows.
    public record Shown(List<CountryPages.Person> mine, Typed typed) {
        public List<Choice> countries() {
            return Country.all(Text.locale()).stream()
                    .map(one ->
                            new Choice(one.code(), one.name(Text.locale()))
                                    .chosenIf(typed.value("country")))
                    .toList();
        }
    }

    private final Network network;
    private final CountryPages pages;
    private final Organizations organizations;
    private final Clock clock;
    private final Templates templates;

    NetworkController(
            Network network,
            CountryPages pages,
            Organizations organizations,
            Clock clock,
            Templates templates) {
        this.network = network;
        this.pages = pages;
        this.organizations = organizations;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel mine(@RequestParam Map<String, String> asked) {
        Typed typed = new Typed(asked);
        UUID partner = typed.id("partner");
        if (partner != null) {
            organizations.find(partner).ifPresent(typed::partner);
        }
        return page(typed);
    }

    @PostMapping
    @Nullable JteModel state(@RequestParam Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        Typed typed = new Typed(fields);
        String country = typed.text("country");
        boolean named = typed.text("partner") != null || typed.text("partnerText") != null;
        OrganizationRef partner = named ? typed.partner(organizations) : null;
        if ((country == null) == !named) {
            typed.problem("country", "partnership.network.problem.place");
        }
        if (!typed.value("agreed").equals("yes")) {
            typed.problem("agreed", "partnership.network.problem.agreed");
        }
        Integer from = year(typed, "fromYear");
        Integer until = year(typed, "untilYear");
        if (typed.sound()) {
            try {
                network.state(
                        new Acquaintance(
                                null,
                                Objects.requireNonNull(CurrentUser.get().id()),
                                country,
                                partner == null ? null : partner.id(),
                                languages(typed.value("languages")),
                                from,
                                until,
                                typed.bilingual("what"),
                                LocalDate.now(clock)));
                response.sendRedirect("/network");
                return null;
            } catch (KakehashiException refused) {
                typed.problem("country", refused.key());
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(typed);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/removal")
    String takeBack(@PathVariable UUID id) {
        network.takeBack(id);
        return "redirect:/network";
    }

    private static @Nullable Integer year(Typed typed, String name) {
        String text = typed.value(name).strip();
        if (!text.isEmpty() && !text.matches("(19|20|21)\\d{2}")) {
            typed.problem(name, "partnership.network.problem.year");
            return null;
        }
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private static List<String> languages(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s,、;・/]+"))
                .filter(one -> one.matches("[a-z]{2,3}"))
                .distinct()
                .toList();
    }

    private JteModel page(Typed typed) {
        return templates.partnershipNetwork(
                new Shown(network.mine().stream().map(pages::person).toList(), typed));
    }
}
