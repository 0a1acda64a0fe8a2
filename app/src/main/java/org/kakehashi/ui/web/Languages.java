package org.kakehashi.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/// The reader's language, Japanese or English, kept in the cookie `lang`.
class Languages implements LocaleResolver {
    private static final String CHOSEN = Languages.class.getName();

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof Locale chosen) {
            return chosen;
        }
        var cookie = WebUtils.getCookie(request, "lang");
        return cookie != null
                ? WebConfiguration.supported(Locale.of(cookie.getValue()))
                : asked(request);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        Locale chosen = WebConfiguration.supported(locale == null ? Locale.JAPANESE : locale);
        request.setAttribute(CHOSEN, chosen);
        if (response != null) {
            ResponseCookie cookie =
                    ResponseCookie.from("lang", chosen.getLanguage())
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .sameSite("Lax")
                            .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    /// The first of the browser's languages that we have, or the installation's own.
    private static Locale asked(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.of(System.getProperty("kakehashi.lang", "ja"));
        }
        return Collections.list(request.getLocales()).stream()
                .filter(locale ->
                        locale.getLanguage().equals("ja") || locale.getLanguage().equals("en"))
                .findFirst()
                .map(WebConfiguration::supported)
                .orElse(Locale.of(System.getProperty("kakehashi.lang", "ja")));
    }
}
