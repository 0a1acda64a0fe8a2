package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Deadline;
import org.kakehashi.agreement.EndingGuard;
import org.kakehashi.agreement.Memoranda;
import org.kakehashi.agreement.Memorandum;
import org.kakehashi.agreement.NextPlans;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Recorded;
import org.kakehashi.agreement.Renewal;
import org.kakehashi.agreement.RenewalEvidence;
import org.kakehashi.agreement.Renewals;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The evaluation for a renewal: what the database knows about an agreement, and the decision.
@Controller
@RequestMapping("/agreements/{id:[0-9a-f-]{36}}/renewal")
class RenewalController {
    private static final int UNPROCESSABLE = 422;
    private static final int YEARS_BACK = 5;

    private final Agreements agreements;
    private final Memoranda memoranda;
    private final Renewals renewals;
    private final ShowPages pages;
    private final List<RenewalEvidence> evidence;
    private final ReviewCases reviews;
    private final NextPlans plans;
    private final EndingGuard guard;
    private final Clock clock;
    private final Templates templates;

    RenewalController(
            Agreements agreements,
            Memoranda memoranda,
            Renewals renewals,
            ShowPages pages,
            ObjectProvider<RenewalEvidence> evidence,
            ReviewCases reviews,
            NextPlans plans,
            EndingGuard guard,
            Clock clock,
            Templates templates) {
        this.agreements = agreements;
        this.memoranda = memoranda;
        this.renewals = renewals;
        this.pages = pages;
        this.evidence =
                evidence.stream().sorted(Comparator.comparing(RenewalEvidence::order)).toList();
        this.reviews = reviews;
        this.plans = plans;
        this.guard = guard;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID annex) {
        if (!CurrentUser.get().signedIn()) {
            throw KakehashiException.forbidden("agreement.history");
        }
        return page(id, annex, Map.of(), Map.of());
    }

    @PostMapping
    @Nullable JteModel decide(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID annex,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        requireEditable(id);
        Map<String, String> problems = new LinkedHashMap<>();
        LocalDate end = day(typed, "periodEnd", problems);
        Renewal.Decision decision =
                Coded.find(Renewal.Decision.class, typed.get("decision")).orElse(null);
        if (decision == null) {
            problems.put("decision", "agreement.renewal.problem.decision");
        }
        LocalDate newEnd =
                decision != null && decision.renews() ? day(typed, "newEnd", problems) : null;
        LocalDate last = decision == Renewal.Decision.END ? day(typed, "lastDay", problems) : null;
        if (problems.isEmpty() && decision != null && end != null) {
            Renewal renewal =
                    new Renewal(
                            null,
                            id,
                            annex,
                            end,
                            decision,
                            newEnd,
                            last,
                            new Bilingual(typed.get("reasonJa"), typed.get("reasonEn")),
                            null,
                            null);
            try {
                response.sendRedirect(taken(renewal, typed));
                return null;
            } catch (KakehashiException refused) {
                if (refused.kind() == KakehashiException.Kind.FORBIDDEN
                        || refused.kind() == KakehashiException.Kind.CONFLICT) {
                    throw refused;
                }
                problems.put("", Messages.text(Text.locale(), refused.key(), refused.arguments()));
            }
        }
        response.setStatus(UNPROCESSABLE);
        return page(id, annex, typed, problems);
    }

    /// Decided at once, or kept and put to review.
    private String taken(Renewal renewal, Map<String, String> typed) {
        if (typed.containsKey("review")) {
            return "/reviews/propose?kind=renewal&subject=" + renewals.draft(renewal);
        }
        String version = typed.getOrDefault("version", "");
        renewals.decide(renewal, version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1);
        return "/agreements/" + renewal.agreement() + "/renewal";
    }

    private static @Nullable LocalDate day(
            Map<String, String> typed, String name, Map<String, String> problems) {
        DateText date = TypedDate.read(typed.getOrDefault(name, "").strip()).date();
        if (date.precision() != DateText.Precision.DAY) {
            problems.put(name, "agreement.problem.date");
            return null;
        }
        return date.date();
    }

    private void requireEditable(UUID id) {
        if (!agreements.mayEdit(agreements.get(id).content())) {
            throw new KakehashiException(
                    KakehashiException.Kind.FORBIDDEN, "agreement.refused.notYourUnit", Map.of());
        }
    }

    private JteModel page(
            UUID id,
            @Nullable UUID annex,
            Map<String, String> typed,
            Map<String, String> problems) {
        Agreement agreement = agreements.get(id);
        LocalDate today = LocalDate.now(clock);
        List<Deadline> deadlines = renewals.deadlines(id, annex);
        List<Renewal> decisions = renewals.of(id);
        Renewal draft =
                decisions.stream()
                        .filter(one -> !one.decided() && Objects.equals(one.annex(), annex))
                        .findFirst()
                        .orElse(null);
        Memorandum about = annex == null ? null : memoranda.get(id, annex);
        return templates.agreementRenewal(
                pages.of(agreement),
                new RenewalPage(
                        about,
                        deadlines,
                        today,
                        renewals.told(id),
                        decisions,
                        memoranda.of(id),
                        others(agreement),
                        changes(id),
                        sections(agreement, today),
                        plans.of(id),
                        !deadlines.isEmpty()
                                && guard.mayBeAbroad(id, deadlines.getFirst().periodEnd()),
                        draft,
                        draft == null || draft.id() == null
                                ? null
                                : reviews.about("renewal", draft.id()).orElse(null),
                        typed,
                        problems));
    }

    /// Other agreements with the same partners.
    private List<Agreement> others(Agreement agreement) {
        List<UUID> partners =
                agreement.content().parties().stream()
                        .map(Party::organization)
                        .filter(Objects::nonNull)
                        .toList();
        return agreements.ofPartners(partners).stream()
                .filter(one -> !one.id().equals(agreement.id()))
                .sorted(Comparator.comparing(Agreement::number))
                .limit(20)
                .toList();
    }

    private RenewalPage.Changes changes(UUID id) {
        List<Recorded> history = agreements.history(id);
        return new RenewalPage.Changes(
                history.size(), day(history.getFirst()), day(history.getLast()));
    }

    private LocalDate day(Recorded recorded) {
        return recorded.at().atZoneSameInstant(clock.getZone()).toLocalDate();
    }

    private List<RenewalPage.Section> sections(Agreement agreement, LocalDate today) {
        List<RenewalPage.Section> sections = new ArrayList<>();
        for (RenewalEvidence one : evidence) {
            Content content =
                    one.content(agreement, today.minusYears(YEARS_BACK), today).orElse(null);
            if (content != null) {
                sections.add(new RenewalPage.Section(t(one.title()), content));
            }
        }
        return sections;
    }
}
