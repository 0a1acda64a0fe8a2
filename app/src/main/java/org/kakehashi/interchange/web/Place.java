package org.kakehashi.interchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.kakehashi.kernel.Installation;
import org.kakehashi.ui.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Where the service stands, as the asking program sees it.
///
/// @param origin such as `https://kakehashi.example.ac.jp`
/// @param path of the service: with a language, or without where the program asks for it
record Place(String origin, String path, String name, String version) {
    static final int WIDTH = 430;
    static final int HEIGHT = 320;

    String service() {
        return origin + path;
    }

    String guide() {
        return origin + "/public/reconciliation";
    }

    String logo() {
        return origin + "/assets/img/favicon.svg";
    }

    /// Finds the place out.
    @Component
    static final class Finder {
        private final Installation installation;
        private final String version;

        Finder(Installation installation, ObjectProvider<BuildProperties> build) {
            this.installation = installation;
            BuildProperties known = build.getIfAvailable();
            String own = known == null ? null : known.getVersion();
            this.version = "Kakehashi " + (own == null ? "0.1" : own);
        }

        /// @param root where the version of the protocol begins, such as `/reconcile`
        Place of(HttpServletRequest request, String root) {
            String origin =
                    ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
            String path = request.getRequestURI();
            String language =
                    path.startsWith("/ja/") ? "/ja" : path.startsWith("/en/") ? "/en" : "";
            return new Place(origin, language + root, name(OpenWeb.language(request)), version);
        }

        String name(Locale locale) {
            String owner = installation.owner().map(one -> one.name().in(locale)).orElse("");
            return Messages.text(
                    locale,
                    installation.demonstration()
                            ? "interchange.service.demonstration"
                            : "interchange.service",
                    java.util.Map.of("owner", owner));
        }
    }
}
