package org.kakehashi.partnership.plan.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Users;
import org.kakehashi.document.Documents;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.designation.Candidacies;
import org.kakehashi.partnership.designation.Candidacy;
import org.kakehashi.partnership.designation.Schemes;
import org.kakehashi.partnership.plan.JointPlan;
import org.kakehashi.partnership.plan.JointPlans;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The plan with a strategic partner on one page: goals, money, talks, benefits.
@Controller
@RequestMapping("/strategic-partners/{id:[0-9a-f-]{36}}/plan")
class JointPlanController {
    private static final int UNPROCESSABLE = 422;

    private final JointPlans plans;
    private final Candidacies candidacies;
    private final Schemes schemes;
    private final Organizations organizations;
    private final Documents documents;
    private final Users users;
    private final Clock clock;
    private final Templates templates;

    JointPlanController(
            JointPlans plans,
            Candidacies candidacies,
            Schemes schemes,
            Organizations organizations,
            Documents documents,
            Users users,
            Clock clock,
            Templates templates) {
        this.plans = plans;
        this.candidacies = candidacies;
        this.schemes = schemes;
        this.organizations = organizations;
        this.documents = documents;
        this.users = users;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        return page(id, null, Map.of(), null);
    }

    @PostMapping("/{what:goals|budget|talks|benefits|values}")
    @Nullable JteModel save(
            @PathVariable UUID id,
            @PathVariable String what,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        JointPlanForm form = new JointPlanForm(typed);
        return done(
                id,
                what + typed.getOrDefault("id", ""),
                typed,
                response,
                () -> {
                    switch (what) {
                        case "goals" -> plans.save(id, form.goal(users, owner(id, form.id("id"))));
                        case "budget" -> plans.save(id, form.line());
                        case "talks" -> plans.save(id, form.talk());
                        case "benefits" -> plans.save(id, form.benefit());
                        default -> {
                            UUID benefit = form.id("benefit");
                            if (benefit == null) {
                                throw KakehashiException.notFound();
                            }
                            plans.value(id, benefit, form.year(), form.value());
                        }
                    }
                });
    }

    @PostMapping("/goals/{goal:[0-9a-f-]{36}}/close")
    @Nullable JteModel close(
            @PathVariable UUID id,
            @PathVariable UUID goal,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        JointPlan.Status status =
                Coded.find(JointPlan.Status.class, typed.get("status"))
                        .orElse(JointPlan.Status.DONE);
        return done(id, "", typed, response, () -> plans.close(id, goal, status));
    }

    @PostMapping("/{what:goals|budget|talks|benefits}/{item:[0-9a-f-]{36}}/remove")
    @Nullable JteModel remove(
            @PathVariable UUID id,
            @PathVariable String what,
            @PathVariable UUID item,
            HttpServletResponse response)
            throws IOException {
        return done(id, "", Map.of(), response, () -> plans.remove(id, what, item));
    }

    private @Nullable UUID owner(UUID id, @Nullable UUID goal) {
        return plans.of(id).goals().stream()
                .filter(one -> goal != null && goal.equals(one.id()))
                .findFirst()
                .map(JointPlan.Goal::owner)
                .orElse(null);
    }

    private @Nullable JteModel done(
            UUID id,
            String kind,
            Map<String, String> typed,
            HttpServletResponse response,
            Runnable work)
            throws IOException {
        try {
            work.run();
            response.sendRedirect("/strategic-partners/" + id + "/plan");
            return null;
        } catch (KakehashiException refused) {
            if (refused.kind() == KakehashiException.Kind.FORBIDDEN
                    || refused.kind() == KakehashiException.Kind.NOT_FOUND) {
                throw refused;
            }
            response.setStatus(
                    refused.kind() == KakehashiException.Kind.CONFLICT
                            ? refused.kind().status()
                            : UNPROCESSABLE);
            return page(
                    id,
                    kind,
                    typed,
                    Messages.text(Text.locale(), refused.key(), refused.arguments()));
        }
    }

    private JteModel page(
            UUID id, @Nullable String kind, Map<String, String> typed, @Nullable String problem) {
        Candidacy one = candidacies.get(id);
        JointPlan plan = plans.of(id);
        Map<UUID, Map<Integer, BigDecimal>> values = new HashMap<>();
        plan.benefits()
                .forEach(each ->
                        values.put(Objects.requireNonNull(each.id()), plans.values(one, each)));
        Map<UUID, String> names = new HashMap<>();
        for (JointPlan.Goal goal : plan.goals()) {
            UUID owner = goal.owner();
            if (owner != null) {
                names.put(owner, users.name(owner).map(name -> t(name)).orElse(""));
            }
        }
        return templates.partnershipPlan(
                new JointPlanPage(
                        one,
                        organizations.get(one.organization()),
                        plan,
                        plans.years(),
                        values,
                        names,
                        schemes.measures(),
                        documents.part("strategic_partner", id),
                        LocalDate.now(clock),
                        plans.mayEdit(one),
                        kind,
                        typed,
                        problem));
    }
}
