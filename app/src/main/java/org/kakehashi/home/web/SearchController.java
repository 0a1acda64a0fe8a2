package org.kakehashi.home.web;

import gg.jte.models.runtime.JteModel;
import java.util.Comparator;
import java.util.List;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.SearchSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One search over everything the rooms offer to be found.
@Controller
class SearchController {
    private static final int LIMIT = 10;
    private static final int LONGEST = 200;

    private final Templates templates;
    private final List<SearchSource> sources;

    SearchController(Templates templates, ObjectProvider<SearchSource> sources) {
        this.templates = templates;
        this.sources =
                sources.stream().sorted(Comparator.comparingInt(SearchSource::order)).toList();
    }

    @GetMapping("/search")
    JteModel search(@RequestParam(name = "q", defaultValue = "") String given) {
        String words = given.strip().substring(0, Math.min(given.strip().length(), LONGEST));
        List<SearchSource.Found> found =
                words.isEmpty()
                        ? List.of()
                        : sources.stream().map(source -> source.search(words, LIMIT)).toList();
        return templates.homeSearch(words, found);
    }
}
