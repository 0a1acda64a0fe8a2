package org.kakehashi.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signing in by headers a Shibboleth service provider sets, at one address only, from the proxies
/// that are named only. Anybody else who sends such a header, wherever to, is refused: it is an
/// attempt to be somebody.
public class ShibbolethSignIn extends OncePerRequestFilter {
    /// Where the proxy asks for a Shibboleth session.
    public static final String PAGE = "/sign-in/shibboleth";

    private static final String PREFIX = "x-shib-";
    private static final Logger LOG = LoggerFactory.getLogger(ShibbolethSignIn.class);

    /// Attributes as GakuNin names them; those with several values are separated by semicolons.
    private static final List<String> SEVERAL =
            List.of("affiliation", "scoped-affiliation", "ou", "jaou", "member-of", "entitlement");

    private final Shibboleth settings;
    private final OutsideSignIn outside;

    ShibbolethSignIn(Shibboleth settings, OutsideSignIn outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean trusted = settings.trusts(request.getRemoteAddr());
        if (!trusted && carriesIdentity(request)) {
            LOG.warn(
                    "Identity headers from {}, which is no proxy of ours", request.getRemoteAddr());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (!request.getRequestURI().equals(PAGE)) {
            chain.doFilter(request, response);
        } else if (!trusted) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            arrive(request, response);
        }
    }

    private void arrive(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String issuer = header(request, "identity-provider");
        String subject = header(request, "eppn");
        if (issuer == null || !settings.identityProviders().contains(issuer)) {
            LOG.warn("An identity provider that is not configured");
            response.sendRedirect(OutsideSignIn.PROBLEM + "refused");
        } else if (subject == null || !subject.matches("[^@\\s]+@[^@\\s]+")) {
            LOG.warn("The identity provider released no eduPersonPrincipalName");
            response.sendRedirect(OutsideSignIn.PROBLEM + "incomplete");
        } else {
            if (request.getSession(false) != null) {
                request.changeSessionId();
            }
            outside.arrived(
                    request,
                    response,
                    arrival(request, issuer, subject),
                    settings.first(),
                    settings.secondFactorThere(),
                    null);
        }
    }

    /// The university vouches for the mail addresses of its own people.
    private static Arrival arrival(HttpServletRequest request, String issuer, String subject) {
        Map<String, List<String>> claims = new HashMap<>();
        for (String name : SEVERAL) {
            String value = header(request, name);
            if (value != null) {
                claims.put(
                        name,
                        Arrays.stream(value.split(";", -1))
                                .map(String::strip)
                                .filter(one -> !one.isEmpty())
                                .toList());
            }
        }
        String mail = header(request, "mail");
        return new Arrival(
                Shibboleth.KEY,
                issuer,
                subject,
                mail,
                mail != null,
                subject,
                header(request, "jadisplayname"),
                header(request, "displayname"),
                claims);
    }

    private static boolean carriesIdentity(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .anyMatch(
                        name -> name.toLowerCase(Locale.ROOT).replace('_', '-').startsWith(PREFIX));
    }

    /// The server reads headers as Latin-1; Shibboleth writes UTF-8.
    private static @Nullable String header(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(PREFIX + name));
        if (values.size() != 1) {
            return null; // two of one name: somebody has added one
        }
        String text =
                new String(
                                Objects.requireNonNull(values.getFirst())
                                        .getBytes(StandardCharsets.ISO_8859_1),
                                StandardCharsets.UTF_8)
                        .strip();
        return text.isEmpty() || text.equals("(null)") || text.length() > 1000 ? null : text;
    }
}
