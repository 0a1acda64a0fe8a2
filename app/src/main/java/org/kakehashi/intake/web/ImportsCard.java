package org.kakehashi.intake.web;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import java.util.Optional;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.Imports.Waiting;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.HomeCard;
import org.kakehashi.ui.view.FigureTile;
import org.kakehashi.ui.view.Tone;
import org.springframework.stereotype.Component;

/// Lists that somebody began to bring in and did not finish, and what in them waits for a person.
@Component
class ImportsCard implements HomeCard {
    private static final int SHOWN = 5;

    private final Imports imports;

    ImportsCard(Imports imports) {
        this.imports = imports;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Card> card(CurrentUser user) {
        if (!imports.mayUse()) {
            return Optional.empty();
        }
        Waiting waiting = imports.waiting(SHOWN);
        return Optional.of(
                new Card(
                        "imports",
                        t("intake.home"),
                        null,
                        waiting.drafts() == 0 ? List.of() : figures(waiting),
                        waiting.latest().stream().map(ImportsCard::entry).toList(),
                        t("intake.home.nothing"),
                        List.of(new Link(t("intake.home.bring"), "/intake"))));
    }

    private static List<FigureTile> figures(Waiting waiting) {
        return List.of(
                new FigureTile(
                        t("intake.home.drafts"),
                        String.valueOf(waiting.drafts()),
                        t("intake.home.lists"),
                        "",
                        "/intake"),
                new FigureTile(
                        t("intake.home.institutions"),
                        String.valueOf(waiting.institutions()),
                        t("intake.home.spellings"),
                        "",
                        "/intake"),
                new FigureTile(
                        t("intake.home.questions"),
                        String.valueOf(waiting.questions()),
                        t("intake.home.cells"),
                        "",
                        "/intake"));
    }

    private static Entry entry(Import one) {
        return new Entry(
                one.fileName(),
                "/intake/imports/" + one.id() + "/next",
                one.createdBy() + " · " + Dates.moment(one.createdAt()),
                Tone.INFO,
                t("intake.home.step." + Words.code(one.step())));
    }
}
