package org.kakehashi.proposal.web;

import static org.kakehashi.ui.Text.t;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.Document;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.proposal.Clause;
import org.kakehashi.proposal.PartnerLinks;
import org.kakehashi.proposal.Proposal;
import org.kakehashi.proposal.Talk;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;

/// The page of the text: clauses, drafts, links, comments, talks.
///
/// @param fresh a link just made, shown this once
public record TextPage(
        Proposal proposal,
        Bilingual title,
        List<Clause> chosen,
        List<Clause> library,
        List<Document> drafts,
        List<Document> templates,
        List<PartnerLinks.Link> links,
        List<PartnerLinks.Comment> comments,
        List<Talk> talks,
        OffsetDateTime now,
        boolean mayWrite,
        boolean mayTalk,
        Map<String, String> typed,
        @Nullable String problem,
        @Nullable String fresh) {

    /// Chosen clauses first, then those of the library that may be chosen.
    public List<Choice> clauses() {
        List<Choice> all = new ArrayList<>();
        for (Clause one : chosen) {
            all.add(new Choice(one.id().toString(), label(one), true));
        }
        for (Clause one : library) {
            boolean there = chosen.stream().anyMatch(each -> each.code().equals(one.code()));
            if (one.inUse() && !there) {
                all.add(new Choice(one.id().toString(), label(one)));
            }
        }
        return all;
    }

    private static String label(Clause one) {
        return t("proposal.clause.label", "title", t(one.title()), "n", one.edition());
    }

    public List<Choice> templateChoices() {
        return templates.stream()
                .map(one ->
                        new Choice(
                                one.id().toString(),
                                t(one.details().title()),
                                templates.size() == 1))
                .toList();
    }

    public List<Choice> documents() {
        return drafts.stream()
                .filter(one -> !one.details().restricted())
                .map(one ->
                        new Choice(
                                one.id().toString(),
                                t(one.details().title()) + " (" + one.newest().name() + ")",
                                drafts.size() == 1))
                .toList();
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    public List<Problem> shown() {
        return problem == null ? List.of() : List.of(new Problem(problem));
    }
}
