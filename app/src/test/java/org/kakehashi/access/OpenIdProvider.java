package org.kakehashi.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/// A real OpenID provider (Spring's authorization server) on a port of its own, for the length of a
/// test. It can be told to misbehave.
final class OpenIdProvider implements AutoCloseable {
    static final String PASSWORD = "{noop}at the university";
    static final String CLIENT = "kakehashi";
    static final String SECRET = "a secret of the client";

    /// How the next tokens are wrong.
    enum Mischief {
        NONE,
        WRONG_AUDIENCE,
        WRONG_ISSUER,
        WRONG_NONCE,
        EXPIRED
    }

    /// What the provider says about its people, by login.
    static final Map<String, Map<String, Object>> PEOPLE = new ConcurrentHashMap<>();

    static volatile Mischief mischief = Mischief.NONE;
    static volatile String application = "";

    private final WebServer server;
    private final AnnotationConfigWebApplicationContext rooms =
            new AnnotationConfigWebApplicationContext();

    OpenIdProvider() {
        rooms.register(Rooms.class);
        server =
                new TomcatServletWebServerFactory(0)
                        .getWebServer(servlets -> {
                            rooms.setServletContext(servlets);
                            rooms.refresh();
                            servlets.addServlet("nothing", new HttpServlet() {}).addMapping("/");
                            servlets.addFilter(
                                            "security",
                                            new DelegatingFilterProxy(
                                                    "springSecurityFilterChain", rooms))
                                    .addMappingForUrlPatterns(
                                            EnumSet.of(DispatcherType.REQUEST), false, "/*");
                        });
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getPort();
    }

    @Override
    public void close() {
        server.stop();
        rooms.close();
    }

    /// Not marked as configuration, so that the application under test does not find it.
    @EnableWebSecurity
    static class Rooms {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return login ->
                    User.withUsername(login).password(PASSWORD).authorities("ROLE_USER").build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new Clients();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(
                    new JWKSet(
                            new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                                    .privateKey(pair.getPrivate())
                                    .keyID(UUID.randomUUID().toString())
                                    .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> {
                if (!"id_token".equals(context.getTokenType().getValue())) {
                    return;
                }
                var claims = context.getClaims();
                PEOPLE.getOrDefault(context.getPrincipal().getName(), Map.of())
                        .forEach(claims::claim);
                Instant past = Instant.now().minusSeconds(7200);
                switch (mischief) {
                    case NONE -> {}
                    case WRONG_AUDIENCE -> claims.audience(List.of("another-client"));
                    case WRONG_ISSUER -> claims.issuer("https://elsewhere.example");
                    case WRONG_NONCE -> claims.claim("nonce", "of another sign-in");
                    case EXPIRED -> claims.issuedAt(past).expiresAt(past.plusSeconds(60));
                }
            };
        }
    }

    /// One client, with the address the application has in this run; it must prove its code (PKCE).
    private static final class Clients implements RegisteredClientRepository {
        @Override
        public void save(RegisteredClient client) {
            // there is one client only, and it stays as it is
        }

        @Override
        public RegisteredClient findById(String id) {
            return Objects.requireNonNull(findByClientId(CLIENT));
        }

        @Override
        public @Nullable RegisteredClient findByClientId(String id) {
            return !id.equals(CLIENT)
                    ? null
                    : RegisteredClient.withId("one")
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(
                                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(application + "/sign-in/oidc/campus/return")
                            .redirectUri(application + "/sign-in/oidc/strict/return")
                            .redirectUri(application + "/sign-in/oidc/open/return")
                            .postLogoutRedirectUri(application + "/")
                            .scope("openid")
                            .scope("profile")
                            .scope("email")
                            .clientSettings(
                                    ClientSettings.builder()
                                            .requireProofKey(true)
                                            .requireAuthorizationConsent(false)
                                            .build())
                            .build();
        }
    }
}
