package org.kakehashi.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.kakehashi.access.SecondFactors;
import org.kakehashi.kernel.Installation;
import org.springframework.stereotype.Component;

/// A secret offered to an authenticator app, kept in the session until a code of it confirms it.
@Component
public class Enrolment {
    private static final String SECRET = "kakehashi.newSecret";

    /// The secret as typed by hand, and as the camera reads it.
    public record Offer(String secret, QrCode code) {
        /// In groups of four, for reading aloud and typing.
        public String spaced() {
            return secret.replaceAll("(.{4})(?=.)", "$1 ");
        }
    }

    private final SecondFactors factors;
    private final Installation installation;

    Enrolment(SecondFactors factors, Installation installation) {
        this.factors = factors;
        this.installation = installation;
    }

    Offer of(HttpServletRequest request, String login) {
        var session = request.getSession();
        if (!(session.getAttribute(SECRET) instanceof String)) {
            session.setAttribute(SECRET, factors.newSecret());
        }
        String secret = (String) session.getAttribute(SECRET);
        String owner = installation.owner().map(one -> one.name().en()).orElse("");
        String issuer = owner.isEmpty() ? "Kakehashi" : "Kakehashi " + owner;
        return new Offer(secret, QrCode.of(factors.address(secret, login, issuer)));
    }

    void over(HttpServletRequest request) {
        request.getSession().removeAttribute(SECRET);
    }
}
