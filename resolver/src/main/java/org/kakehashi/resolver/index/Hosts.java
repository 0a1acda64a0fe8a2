package org.kakehashi.resolver.index;

import java.util.Locale;

/// Internet domains out of web and e-mail addresses.
public final class Hosts {

    private Hosts() {}

    /// The bare host of a domain, web address or e-mail address, without `www.`; empty when none.
    public static String host(String address) {
        String host = address.strip().toLowerCase(Locale.ROOT);
        int scheme = host.indexOf("://");
        host = scheme >= 0 ? host.substring(scheme + 3) : host;
        host = host.split("[/?#]", 2)[0];
        host = host.substring(host.lastIndexOf('@') + 1).split(":", 2)[0];
        host = host.startsWith("www.") ? host.substring(4) : host;
        return host.contains(".") ? host : "";
    }
}
