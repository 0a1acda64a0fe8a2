package org.kakehashi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.support.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Walks every kind of page a role can reach by links, in both languages, over the demonstration
/// data: no page fails, axe finds nothing serious, nothing is wider than a phone, no message key
/// shows through.
class EveryPageBrowserTests extends BrowserTest {
    /// What looks like a message key in the text a reader sees. Codes are shown on purpose:
    /// formulas are written with the names of measures.
    private static final String MESSAGE_KEY =
            """
            () => {
              const shown = [...document.querySelectorAll('code')].filter(code => code.innerText)
                  .reduce((text, code) => text.split(code.innerText).join(' '), document.body.innerText);
              return (shown.match(/\\b(ROOMS)(\\.[a-zA-Z][\\w-]*)+\\b/) || [''])[0];
            }\
            """
                    .replace("ROOMS", String.join("|", rooms()));

    private static final int PHONE = 390;

    @Autowired private List<DemoData> contributions;

    @BeforeAll
    void fill() {
        CurrentUser.SYSTEM.run(() ->
                contributions.stream()
                        .filter(one -> !(one instanceof DemoAccounts))
                        .sorted(Comparator.comparingInt(DemoData::order))
                        .forEach(DemoData::fill));
    }

    @Test
    void aPictureWithoutWordsIsFound() {
        Page page = open("en");
        page.navigate("/sign-in");
        page.evaluate("() => document.body.append(document.createElement('img'))");
        assertThat(seriousViolations(page)).anyMatch(fault -> fault.startsWith("image-alt"));
    }

    @ParameterizedTest
    @CsvSource({
        "ja, office",
        "ja, admin",
        "en, admin",
        "ja, executive",
        "en, member",
        "ja, public",
        "en, public"
    })
    void everyPageIsSoundInEveryLanguage(String language, String role) {
        Page page = role.equals("public") ? open(language) : openSignedIn(language, role);
        page.setViewportSize(PHONE, 844);
        List<String> faults = new ArrayList<>();
        Set<String> kinds = new TreeSet<>();
        Set<String> seen = new LinkedHashSet<>(Set.of("/"));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String path = open.pop();
            Response response = page.navigate(path);
            if (response == null
                    || !"text/html;charset=UTF-8"
                            .equalsIgnoreCase(response.headerValue("content-type"))) {
                continue;
            }
            look(page, path, response, faults);
            for (String link : links(page)) {
                if (kinds.add(kind(link)) && seen.add(link)) {
                    open.add(link);
                }
            }
        }
        assertThat(faults).as("faults on %s pages as %s: %s", language, role, kinds).isEmpty();
        assertThat(kinds).hasSizeGreaterThan(1);
    }

    private void look(Page page, String path, Response response, List<String> faults) {
        if (response.status() >= 400) {
            faults.add(path + " answers " + response.status());
            return;
        }
        faults.addAll(seriousViolations(page).stream().map(fault -> path + " " + fault).toList());
        int width =
                ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
        if (width > PHONE + 1) {
            faults.add(path + " is " + width + " px wide on a phone");
        }
        String key = (String) page.evaluate(MESSAGE_KEY);
        if (!key.isEmpty()) {
            faults.add(path + " shows the message key " + key);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page) {
        List<String> all =
                (List<String>)
                        page.evaluate(
                                "() =>"
                                        + " [...document.querySelectorAll('a[href]:not([download])')].map(a"
                                        + " => new URL(a.getAttribute('href'), location.href).href)");
        return all.stream()
                .map(URI::create)
                .filter(link ->
                        link.getHost() != null
                                && link.getHost().equals(URI.create(page.url()).getHost()))
                .filter(link -> link.getPort() == URI.create(page.url()).getPort())
                .map(link ->
                        link.getRawPath()
                                + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()))
                .filter(link ->
                        !link.matches(".*[?&](lang|format)=.*") && !link.startsWith("/assets/"))
                .toList();
    }

    /// The rooms with messages, and so with keys.
    private static List<String> rooms() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver()
                                    .getResources("classpath*:messages/*_ja.properties"))
                    .map(one -> Objects.requireNonNull(one.getFilename()))
                    .map(name -> name.substring(0, name.indexOf('_')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Two links are of one kind when they differ in ids and in what they ask only.
    private static String kind(String link) {
        return link.replaceAll("\\?.*", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")
                .replaceAll("/[KJPT]?[0-9][^/]*", "/{n}")
                .replaceAll("/[A-Z][A-Z0-9-]*(?=/|$)", "/{code}");
    }
}
