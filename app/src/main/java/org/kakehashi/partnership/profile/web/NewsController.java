package org.kakehashi.partnership.profile.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.profile.News;
import org.kakehashi.partnership.profile.PartnerNews;
import org.kakehashi.partnership.web.Typed;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// News of a partner: all of them, and one more.
@Controller
@RequestMapping("/organizations/{id:[0-9a-f-]{36}}/news")
public class NewsController {
    private static final int UNPROCESSABLE = 422;

    /// What the page shows.
    public record Shown(OrganizationRef partner, List<News> news, Typed typed, boolean mayWrite) {}

    private final PartnerNews news;
    private final Organizations organizations;
    private final Templates templates;

    NewsController(PartnerNews news, Organizations organizations, Templates templates) {
        this.news = news;
        this.organizations = organizations;
        this.templates = templates;
    }

    @GetMapping
    JteModel list(@PathVariable UUID id) {
        return page(id, new Typed());
    }

    @PostMapping
    @Nullable JteModel add(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response)
            throws IOException {
        if (!news.mayWrite()) {
            throw KakehashiException.forbidden("partnership.edit");
        }
        Typed typed = new Typed(fields);
        LocalDate on = typed.dayNeeded("on");
        Bilingual title = typed.bilingual("title");
        String source = typed.text("source");
        if (title.parity() == Bilingual.Parity.NONE) {
            typed.problem("titleJa", "partnership.news.problem.title");
        }
        if (source != null && !source.matches("(?i)https?://\\S+")) {
            typed.problem("source", "partnership.news.problem.source");
        }
        if (typed.sound()) {
            news.add(new News(null, id, on, title, source, 0));
            response.sendRedirect("/organizations/" + id + "/news");
            return null;
        }
        response.setStatus(UNPROCESSABLE);
        return page(id, typed);
    }

    @PostMapping("/{note:[0-9a-f-]{36}}/removal")
    String remove(@PathVariable UUID id, @PathVariable UUID note) {
        news.remove(id, note);
        return "redirect:/organizations/" + id + "/news";
    }

    private JteModel page(UUID id, Typed typed) {
        return templates.partnershipNews(
                new Shown(organizations.get(id), news.of(id), typed, news.mayWrite()));
    }
}
