package org.kakehashi.access.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.util.UriComponentsBuilder;

/// The OpenID providers of this installation. What a provider says about itself (its discovery
/// document) is read when somebody first wants to sign in through it, and again every hour: a
/// provider that is down does not keep us from starting.
@Component
public class Providers implements ClientRegistrationRepository {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private record Known(ClientRegistration registration, Instant until) {}

    private final List<Provider> providers;
    private final String address;
    private final Clock clock;
    private final ClientHttpRequestFactory requests = requestFactory();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Providers(Environment settings, Clock clock, @Value("${kakehashi.address:}") String address) {
        this.providers = Provider.all(settings);
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    public List<Provider> list() {
        return providers;
    }

    public Optional<Provider> find(String key) {
        return providers.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /// Is the provider there? Reads its discovery document unless that was done within the hour;
    /// what is known stays in use while the provider is down.
    public boolean reach(String key) {
        Provider provider = find(key).orElse(null);
        if (provider == null) {
            return false;
        }
        Known present = known.get(key);
        if (present != null && present.until().isAfter(clock.instant())) {
            return true;
        }
        try {
            known.put(key, new Known(discover(provider), clock.instant().plus(FRESH)));
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "The OpenID provider {} does not answer as one: {}",
                    key,
                    e instanceof RestClientResponseException answer
                            ? answer.getStatusCode()
                            : e.toString());
            return present != null;
        }
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String key) {
        Known present = known.get(key);
        return present == null ? null : present.registration();
    }

    /// Where to end the session at the provider too; empty if it has no such place.
    Optional<String> signOut(String key, String idToken) {
        ClientRegistration registration = findByRegistrationId(key);
        if (registration == null
                || !(registration
                                .getProviderDetails()
                                .getConfigurationMetadata()
                                .get("end_session_endpoint")
                        instanceof String end)) {
            return Optional.empty();
        }
        var url = UriComponentsBuilder.fromUriString(end).queryParam("id_token_hint", idToken);
        if (!address.isEmpty()) {
            url.queryParam("post_logout_redirect_uri", address + "/");
        }
        return Optional.of(url.encode().toUriString());
    }

    /// Requests to providers: short waits, no redirects.
    ClientHttpRequestFactory requests() {
        return requests;
    }

    private ClientRegistration discover(Provider provider) {
        Map<String, Object> document =
                RestClient.builder()
                        .requestFactory(requests)
                        .build()
                        .get()
                        .uri(
                                URI.create(
                                        provider.issuer().replaceAll("/+$", "")
                                                + "/.well-known/openid-configuration"))
                        .retrieve()
                        .body(DOCUMENT);
        if (!provider.issuer().equals(Objects.requireNonNull(document).get("issuer"))) {
            throw new IllegalStateException("it says it is " + document.get("issuer"));
        }
        return ClientRegistrations.fromOidcConfiguration(document)
                .registrationId(provider.key())
                .clientName(provider.key())
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .scope(provider.scopes())
                .redirectUri(
                        (address.isEmpty() ? "{baseUrl}" : address)
                                + "/sign-in/oidc/{registrationId}/return")
                .build();
    }

    private static ClientHttpRequestFactory requestFactory() {
        var factory =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .connectTimeout(PATIENCE)
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .build());
        factory.setReadTimeout(PATIENCE);
        return factory;
    }
}
