package org.kakehashi.kernel;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The mail server as one address: `smtp://user:password@host:587?from=kakehashi@example.ac.jp`, or
/// `smtps://` for TLS from the first byte. With a password the connection must become TLS
/// (`STARTTLS`) unless `?starttls=off` says otherwise; without one it becomes TLS where the server
/// offers it.
record SmtpSettings(
        String protocol,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        String from,
        boolean startTls) {

    static SmtpSettings parse(String url) {
        URI uri = URI.create(url.strip());
        String protocol = String.valueOf(uri.getScheme());
        if (!protocol.equals("smtp") && !protocol.equals("smtps") || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "The address of the mail server reads smtp://host:port?from=address or smtps://…");
        }
        Map<String, String> query = query(uri);
        String[] user =
                uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
        String from = query.getOrDefault("from", "kakehashi@" + uri.getHost());
        return new SmtpSettings(
                protocol,
                uri.getHost(),
                uri.getPort() > 0 ? uri.getPort() : protocol.equals("smtps") ? 465 : 25,
                user.length > 0 ? decoded(user[0]) : null,
                user.length > 1 ? decoded(user[1]) : null,
                from,
                !"off".equals(query.get("starttls")));
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    Properties properties() {
        Properties all = new Properties();
        String prefix = "mail." + protocol + ".";
        all.put(prefix + "connectiontimeout", "15000");
        all.put(prefix + "timeout", "60000");
        all.put(prefix + "writetimeout", "60000");
        all.put(prefix + "auth", Boolean.toString(user != null));
        all.put(prefix + "starttls.enable", Boolean.toString(startTls));
        all.put(prefix + "starttls.required", Boolean.toString(startTls && password != null));
        all.put(prefix + "ssl.checkserveridentity", "true");
        all.put("mail.from", from);
        return all;
    }

    /// Without the password.
    @Override
    public String toString() {
        return protocol + "://" + host + ":" + port;
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> all = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    all.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return all;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
