package org.kakehashi.access.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kakehashi.access.Identities.FirstSignIn;
import org.kakehashi.kernel.Bilingual;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The settings `kakehashi.shibboleth.…`: a Shibboleth service provider in a proxy before us tells,
/// in headers, who signs in. Off unless the addresses of such proxies are named.
@Component
public class Shibboleth {
    /// The key of this provider in rules and identities.
    public static final String KEY = "shibboleth";

    private final List<InetAddress> proxies;
    private final Set<String> identityProviders;
    private final Bilingual name;
    private final FirstSignIn first;
    private final boolean secondFactorThere;

    Shibboleth(Environment settings) {
        this.proxies = addresses(settings.getProperty("kakehashi.shibboleth.proxies", ""));
        this.identityProviders =
                list(settings.getProperty("kakehashi.shibboleth.identity-providers", ""));
        String english = settings.getProperty("kakehashi.shibboleth.name-en", "GakuNin");
        this.name =
                new Bilingual(
                        settings.getProperty("kakehashi.shibboleth.name-ja", "学認 (GakuNin)"),
                        english);
        this.first = Provider.first(settings, "kakehashi.shibboleth.first-sign-in");
        this.secondFactorThere =
                settings.getProperty("kakehashi.shibboleth.second-factor", "here")
                        .equals("provider");
        if (isOn() && identityProviders.isEmpty()) {
            throw Provider.wrong("kakehashi.shibboleth.identity-providers", "is missing");
        }
    }

    public boolean isOn() {
        return !proxies.isEmpty();
    }

    public Bilingual name() {
        return name;
    }

    public FirstSignIn first() {
        return first;
    }

    /// Entity ids of the identity providers whose people may come.
    public Set<String> identityProviders() {
        return identityProviders;
    }

    public String proxyNames() {
        return proxies.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    }

    boolean secondFactorThere() {
        return secondFactorThere;
    }

    /// Is this the address of the connection one of a proxy of ours?
    boolean trusts(String remote) {
        try {
            return proxies.contains(InetAddress.getByName(remote));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Set<String> list(String setting) {
        return Arrays.stream(setting.split("[ ,]+", -1))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Addresses, never names: what a name leads to is for others to say.
    private static List<InetAddress> addresses(String setting) {
        List<InetAddress> all = new ArrayList<>();
        for (String one : list(setting)) {
            if (!one.matches("[0-9.]+|[0-9a-fA-F:]+")) {
                throw Provider.wrong("kakehashi.shibboleth.proxies", "takes addresses only");
            }
            try {
                all.add(InetAddress.getByName(one));
            } catch (UnknownHostException e) {
                throw Provider.wrong("kakehashi.shibboleth.proxies", "takes addresses only");
            }
        }
        return List.copyOf(all);
    }
}
