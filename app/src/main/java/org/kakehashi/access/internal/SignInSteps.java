package org.kakehashi.access.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.access.SecondFactors;
import org.kakehashi.access.Sessions;
import org.kakehashi.kernel.CurrentUser;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/// From a right password to a session: at once, or after the second factor. In between the browser
/// may see nothing but the pages that ask for it.
@Component
public class SignInSteps {
    static final String CODE_PAGE = "/sign-in/code";
    static final String SET_UP_PAGE = "/sign-in/set-up";

    /// Attribute of the request that signs out: where the session at the provider can be ended.
    static final String LEFT = "kakehashi.left";

    private static final String PENDING = "kakehashi.pending";
    private static final String SESSION = "kakehashi.session";

    /// Somebody whose password was right; `setUp` if they have yet to set the second factor up.
    public record Pending(UUID user, String login, boolean setUp) implements java.io.Serializable {}

    private final SecondFactors factors;
    private final Sessions sessions;
    private final UserStore users;
    private final LocaleResolver languages;
    private final SavedRequestAwareAuthenticationSuccessHandler welcome =
            new SavedRequestAwareAuthenticationSuccessHandler();

    SignInSteps(
            SecondFactors factors, Sessions sessions, UserStore users, LocaleResolver languages) {
        this.factors = factors;
        this.sessions = sessions;
        this.users = users;
        this.languages = languages;
    }

    /// The password was right: goes on to the second factor or in.
    void passwordRight(HttpServletRequest request, HttpServletResponse response, CurrentUser user)
            throws IOException, ServletException {
        UUID id = Objects.requireNonNull(user.id());
        boolean setUp = factors.isSetUp(id);
        if (setUp || factors.isNeeded(user.grants())) {
            request.getSession().setAttribute(PENDING, new Pending(id, user.login(), !setUp));
            response.sendRedirect(setUp ? CODE_PAGE : SET_UP_PAGE);
        } else {
            begin(request, response, id);
        }
    }

    /// Whoever has given the password but not yet the second factor.
    public Optional<Pending> pending(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PENDING) instanceof Pending pending
                ? Optional.of(pending)
                : Optional.empty();
    }

    /// The second factor was right: in, under a session id nobody has seen before.
    public void complete(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Pending pending = pending(request).orElseThrow();
        request.getSession().removeAttribute(PENDING);
        request.changeSessionId();
        begin(request, response, pending.user());
    }

    /// The second factor has just been set up and proven by a code: in.
    public void enrolled(HttpServletRequest request, HttpServletResponse response) {
        Pending pending = pending(request).orElseThrow();
        request.getSession().removeAttribute(PENDING);
        request.changeSessionId();
        remember(request, response, pending.user());
    }

    /// Too many wrong codes: back to the beginning.
    public void giveUp(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /// The row of the session this request belongs to.
    public Optional<UUID> session(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SESSION) instanceof UUID id
                ? Optional.of(id)
                : Optional.empty();
    }

    boolean stands(HttpServletRequest request) {
        return session(request).map(sessions::stands).orElse(false);
    }

    void signedOut(HttpServletRequest request) {
        request.setAttribute(LEFT, OutsideSignIn.signOutThere(request));
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignIn.Account account) {
            UUID user = Objects.requireNonNull(account.user().id());
            session(request).ifPresent(session -> sessions.over(user, session));
        }
    }

    /// In: nothing more is asked.
    void begin(HttpServletRequest request, HttpServletResponse response, UUID user)
            throws IOException, ServletException {
        remember(request, response, user);
        welcome.onAuthenticationSuccess(
                request,
                response,
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication()));
    }

    private void remember(HttpServletRequest request, HttpServletResponse response, UUID user) {
        UUID session =
                sessions.begin(user, request.getRemoteAddr(), request.getHeader("User-Agent"));
        request.getSession().setAttribute(SESSION, session);
        speak(request, response, user);
    }

    /// Pages are in the language the person has chosen for the account, unless they switched in
    /// this browser.
    private void speak(HttpServletRequest request, HttpServletResponse response, UUID user) {
        if (WebUtils.getCookie(request, "lang") == null) {
            users.chosenLanguage(user)
                    .ifPresent(language ->
                            languages.setLocale(request, response, Locale.of(language)));
        }
    }
}
