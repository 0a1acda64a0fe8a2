package org.kakehashi.proposal.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.document.DocumentsPart;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.proposal.Guideline;
import org.kakehashi.proposal.Proposal;
import org.kakehashi.proposal.RuleFinding;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Tone;

/// The page of a proposal.
///
/// @param days from the day it was made to the day in force, or to today
/// @param processes by which it may be put to review
/// @param typed what was typed where something was refused
public record ProposalPage(
        Proposal proposal,
        Bilingual title,
        @Nullable OrganizationRef partner,
        Map<UUID, String> units,
        List<String> kinds,
        @Nullable Guideline guideline,
        List<RuleFinding> findings,
        @Nullable ReviewCase review,
        @Nullable Agreement agreement,
        DocumentsPart documents,
        @Nullable String maker,
        long days,
        LocalDate today,
        List<Choice> processes,
        boolean fast,
        boolean mayEdit,
        boolean mayWaive,
        Map<String, String> typed,
        @Nullable String problem) {

    public String href() {
        return proposal.href();
    }

    public List<RuleFinding> hindering() {
        return findings.stream().filter(RuleFinding::hindersSubmission).toList();
    }

    public boolean maySubmit() {
        return mayEdit && proposal.state() == Proposal.State.DRAFT;
    }

    public String unitNames() {
        return proposal.content().aim().units().stream()
                .map(id -> units.getOrDefault(id, ""))
                .collect(Collectors.joining(Text.t("proposal.and")));
    }

    public String languages() {
        return proposal.content().conditions().languages().stream()
                .map(code -> Locale.of(code).getDisplayLanguage(Text.locale()))
                .collect(Collectors.joining(Text.t("proposal.and")));
    }

    public static Tone tone(Proposal.State state) {
        return switch (state) {
            case DRAFT -> Tone.NEUTRAL;
            case SUBMITTED -> Tone.INFO;
            case RETURNED, APPROVED -> Tone.ATTENTION;
            case SIGNED -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
            case WITHDRAWN -> Tone.NEUTRAL;
        };
    }

    public static Tone tone(RuleFinding.Verdict verdict) {
        return switch (verdict) {
            case PASS -> Tone.GOOD;
            case OPEN -> Tone.ATTENTION;
            case FAIL -> Tone.BAD;
            case WAIVED -> Tone.INFO;
            case READ -> Tone.NEUTRAL;
        };
    }
}
