package org.kakehashi.partnership.profile.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.ProfileSection;
import org.kakehashi.partnership.profile.News;
import org.kakehashi.partnership.profile.PartnerNews;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Component;

/// News of a partner; left out where there are none and the reader could not write one.
@Component
public class NewsSection implements ProfileSection {
    private static final int SHOWN = 5;

    /// What the section shows.
    public record Shown(OrganizationRef partner, List<News> news, boolean more, boolean mayWrite) {}

    private final PartnerNews news;
    private final Templates templates;

    NewsSection(PartnerNews news, Templates templates) {
        this.news = news;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String title() {
        return "partnership.news";
    }

    @Override
    public Optional<Content> content(OrganizationRef organization) {
        if (!news.mayRead()) {
            return Optional.empty();
        }
        List<News> all = news.of(organization.id());
        if (all.isEmpty() && !news.mayWrite()) {
            return Optional.empty();
        }
        return Optional.of(
                templates.partnershipNewsSection(
                                new Shown(
                                        organization,
                                        all.stream().limit(SHOWN).toList(),
                                        all.size() > SHOWN,
                                        news.mayWrite()))
                        ::render);
    }
}
