package org.kakehashi.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Installation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// What the layout knows about the present request.
@Component
public final class Page {
    /// htmx keeps to the Content-Security-Policy: it evaluates nothing, injects no style and asks
    /// only our own server.
    public static final String HTMX =
            """
            {"allowEval":false,"includeIndicatorStyles":false,"selfRequestsOnly":true,"historyCacheSize":0,"allowScriptTags":false}\
            """;

    private static @Nullable Page instance;

    private final Installation installation;
    private final List<NavItem> items;
    private final ObjectProvider<PageBanner> banners;

    @SuppressWarnings(
            "StaticAssignmentInConstructor") // templates reach the one instance through static
    // calls
    Page(
            Installation installation,
            ObjectProvider<NavItem> items,
            ObjectProvider<PageBanner> banners) {
        this.installation = installation;
        this.banners = banners;
        this.items = items.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
        instance = this;
    }

    public static CurrentUser user() {
        return CurrentUser.get();
    }

    /// What the person acting may go to, in groups. A group with one entry is that entry.
    public static List<NavEntry> nav() {
        CurrentUser user = user();
        List<NavEntry> entries = new ArrayList<>();
        for (NavGroup group : NavGroup.values()) {
            List<NavItem> seen =
                    page().items.stream()
                            .filter(item -> item.group() == group && item.visible().test(user))
                            .toList();
            if (group == NavGroup.TOP || seen.size() == 1) {
                seen.forEach(item -> entries.add(new NavEntry(item.key(), List.of(item))));
            } else if (!seen.isEmpty()) {
                entries.add(new NavEntry(group.key(), seen));
            }
        }
        return entries;
    }

    /// An entry of the bar: a link if it holds one item, else a menu with this name.
    public record NavEntry(String key, List<NavItem> items) {
        public boolean menu() {
            return items.size() > 1;
        }

        public boolean current() {
            return items.stream().anyMatch(item -> within(item.href()));
        }
    }

    /// What stands above every page now.
    public static List<PageBanner.Banner> banners() {
        return page().banners.stream().flatMap(one -> one.banner().stream()).toList();
    }

    public static boolean demonstration() {
        return page().installation.demonstration();
    }

    /// The owner's name in the reader's language, empty before the installation is set up.
    public static String owner() {
        return page().installation.owner().map(owner -> Text.t(owner.name())).orElse("");
    }

    public static String path() {
        Object original = request().getAttribute("jakarta.servlet.error.request_uri");
        return original instanceof String uri ? uri : request().getRequestURI();
    }

    /// Is the reader inside this part of the site?
    public static boolean within(String href) {
        return href.equals("/")
                ? path().equals("/")
                : path().equals(href) || path().startsWith(href + "/");
    }

    /// The same page in that language, `ja` or `en`. The query stays as the browser wrote it,
    /// however it is written; the path never begins with two slashes, which would lead to another
    /// site.
    public static String languageUrl(String language) {
        String query = request().getMethod().equals("GET") ? request().getQueryString() : null;
        String kept =
                Arrays.stream((query == null ? "" : query).split("&", -1))
                        .filter(pair -> !pair.isEmpty() && !pair.matches("lang(=.*)?"))
                        .map(pair -> pair + "&")
                        .collect(Collectors.joining());
        return path().replaceAll("^/+", "/") + "?" + kept + "lang=" + language;
    }

    /// The CSRF token a form must carry in its field `_csrf`.
    public static String csrf() {
        return request().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getToken()
                : "";
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest();
    }

    private static Page page() {
        if (instance == null) {
            throw new IllegalStateException("The application has not started");
        }
        return instance;
    }
}
