package org.kakehashi.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResponseErrorHandler;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signing in by OpenID Connect: authorization code with PKCE, state and nonce. The tokens are
/// looked at once and not kept, but for the one that ends the session at the provider.
@Component
class OpenIdSignIn implements JwtDecoderFactory<ClientRegistration> {
    static final String START = "/sign-in/oidc";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdSignIn.class);

    private final Providers providers;
    private final OutsideSignIn outside;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    OpenIdSignIn(Providers providers, OutsideSignIn outside) {
        this.providers = providers;
        this.outside = outside;
    }

    boolean isConfigured() {
        return !providers.list().isEmpty();
    }

    <H extends org.springframework.security.config.annotation.web.HttpSecurityBuilder<H>>
            void configure(OAuth2LoginConfigurer<H> login) {
        var start = new DefaultOAuth2AuthorizationRequestResolver(providers, START);
        start.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        login.loginPage("/sign-in")
                .clientRegistrationRepository(providers)
                .authorizedClientRepository(new Nowhere())
                .authorizationEndpoint(point -> point.authorizationRequestResolver(start))
                .redirectionEndpoint(point -> point.baseUri(START + "/*/return"))
                .tokenEndpoint(point -> point.accessTokenResponseClient(tokens()))
                .userInfoEndpoint(point -> point.oidcUserService(people()))
                .successHandler(this::arrived)
                .failureHandler(this::failed);
    }

    /// Before the way to a provider begins: is it there?
    final class Reach extends OncePerRequestFilter {
        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !request.getRequestURI().startsWith(START + "/");
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String key = request.getRequestURI().substring(START.length() + 1).split("/", 2)[0];
            if (providers.find(key).isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else if (providers.reach(key)) {
                chain.doFilter(request, response);
            } else {
                response.sendRedirect(OutsideSignIn.PROBLEM + "unreachable");
            }
        }
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        return decoders.computeIfAbsent(
                registration.getRegistrationId()
                        + ' '
                        + registration.getProviderDetails().getJwkSetUri(),
                any -> decoder(registration));
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(
                                Objects.requireNonNull(
                                        registration.getProviderDetails().getJwkSetUri()))
                        .restOperations(rest(null))
                        .jwsAlgorithms(all ->
                                all.addAll(
                                        Set.of(
                                                SignatureAlgorithm.RS256,
                                                SignatureAlgorithm.PS256,
                                                SignatureAlgorithm.ES256)))
                        .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }

    private RestClientAuthorizationCodeTokenResponseClient tokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(
                RestClient.builder()
                        .requestFactory(providers.requests())
                        .configureMessageConverters(converters ->
                                converters
                                        .addCustomConverter(new FormHttpMessageConverter())
                                        .addCustomConverter(
                                                new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        return client;
    }

    private OidcUserService people() {
        var information = new DefaultOAuth2UserService();
        information.setRestOperations(rest(new OAuth2ErrorResponseErrorHandler()));
        var people = new OidcUserService();
        people.setOauth2UserService(information);
        return people;
    }

    private RestTemplate rest(@Nullable ResponseErrorHandler errors) {
        var rest = new RestTemplate(providers.requests());
        if (errors != null) {
            rest.setErrorHandler(errors);
        }
        return rest;
    }

    private void arrived(
            HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException, ServletException {
        if (!(who instanceof OAuth2AuthenticationToken token)
                || !(token.getPrincipal() instanceof OidcUser person)) {
            response.sendRedirect(OutsideSignIn.PROBLEM + "refused");
            return;
        }
        Provider provider = providers.find(token.getAuthorizedClientRegistrationId()).orElseThrow();
        outside.arrived(
                request,
                response,
                arrival(provider, person),
                provider.first(),
                provider.secondFactorThere(),
                providers
                        .signOut(provider.key(), person.getIdToken().getTokenValue())
                        .orElse(null));
    }

    private void failed(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException problem)
            throws IOException {
        String code =
                problem instanceof OAuth2AuthenticationException known
                        ? known.getError().getErrorCode()
                        : problem.getClass().getSimpleName();
        LOG.warn(
                "Signing in at {} failed: {}",
                request.getRequestURI(),
                code.replaceAll("[^A-Za-z0-9_.-]", ""));
        boolean cancelled = "access_denied".equals(code);
        response.sendRedirect(OutsideSignIn.PROBLEM + (cancelled ? "cancelled" : "refused"));
    }

    /// Issuer and subject as the checked token says them, the rest as token and user information
    /// together do.
    private static Arrival arrival(Provider provider, OidcUser person) {
        Map<String, List<String>> claims = new HashMap<>();
        person.getClaims().forEach((name, value) -> claims.put(name, texts(value)));
        String name = person.getFullName();
        return new Arrival(
                provider.key(),
                Objects.requireNonNull(person.getIdToken().getIssuer()).toString(),
                Objects.requireNonNull(person.getIdToken().getSubject()),
                person.getEmail(),
                Boolean.TRUE.equals(person.getEmailVerified()),
                person.getPreferredUsername(),
                first(claims, "name#ja", name),
                first(claims, "name#en", name),
                claims);
    }

    private static @Nullable String first(
            Map<String, List<String>> claims, String claim, @Nullable String fallback) {
        List<String> said = claims.getOrDefault(claim, List.of());
        return said.isEmpty() ? fallback : said.getFirst();
    }

    private static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            default -> List.of(String.valueOf(value));
        };
    }

    /// Access tokens are of no use to us.
    private static final class Nowhere implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String provider, @Nullable Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                @Nullable Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String provider,
                @Nullable Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
