package org.kakehashi.home.web;

import gg.jte.models.runtime.JteModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.HomeCard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The landing page: an introduction for the public, today's cards for people who signed in.
@Controller
class HomeController {
    private final Templates templates;
    private final List<HomeCard> cards;

    HomeController(Templates templates, ObjectProvider<HomeCard> cards) {
        this.templates = templates;
        this.cards = cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
    }

    @GetMapping("/")
    JteModel home() {
        CurrentUser user = CurrentUser.get();
        if (!user.signedIn()) {
            return templates.homeWelcome();
        }
        List<HomeCard.Card> shown =
                cards.stream().map(card -> card.card(user)).flatMap(Optional::stream).toList();
        return templates.homeShow(user, shown);
    }
}
