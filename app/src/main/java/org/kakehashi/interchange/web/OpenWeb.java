package org.kakehashi.interchange.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import org.kakehashi.interchange.internal.OpenChain;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The language of an answer: by the path (`/ja/reconcile`, `/en/reconcile`), else as the program
/// asks (Accept-Language), else the installation's own. No cookie is asked or set.
@Configuration(proxyBeanMethods = false)
class OpenWeb implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Language()).addPathPatterns(OpenChain.ADDRESSES);
    }

    static Locale language(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/ja/")) {
            return Locale.JAPANESE;
        }
        if (path.startsWith("/en/")) {
            return Locale.ENGLISH;
        }
        String own = System.getProperty("kakehashi.lang", "ja");
        String asked =
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                        ? own
                        : Collections.list(request.getLocales()).stream()
                                .map(Locale::getLanguage)
                                .filter(code -> code.equals("ja") || code.equals("en"))
                                .findFirst()
                                .orElse(own);
        return asked.equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
    }

    private static final class Language implements HandlerInterceptor {
        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
            Locale language = language(request);
            var resolver = RequestContextUtils.getLocaleResolver(request);
            if (resolver != null) {
                resolver.setLocale(request, null, language);
            }
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            return true;
        }
    }
}
