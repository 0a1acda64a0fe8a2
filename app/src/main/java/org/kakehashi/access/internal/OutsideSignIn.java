package org.kakehashi.access.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Arrival;
import org.kakehashi.access.Identities;
import org.kakehashi.access.Identities.Answer;
import org.kakehashi.access.Identities.FirstSignIn;
import org.kakehashi.access.User;
import org.kakehashi.kernel.CurrentUser;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// From an arrival at a provider's hand to a session of ours: at once, after the second factor,
/// after proving the account by its password, or not at all.
@Component
public class OutsideSignIn {
    static final String PROBLEM = "/sign-in?problem=";

    private static final String PROVING = "kakehashi.proving";
    private static final String SIGN_OUT = "kakehashi.signOutThere";

    /// Somebody who has yet to prove that the account is theirs.
    public record Proving(Arrival arrival, UUID user, String login, boolean factorGiven)
            implements Serializable {}

    private final Identities identities;
    private final UserStore users;
    private final SignInSteps steps;
    private final HttpSessionSecurityContextRepository contexts =
            new HttpSessionSecurityContextRepository();

    OutsideSignIn(Identities identities, UserStore users, SignInSteps steps) {
        this.identities = identities;
        this.users = users;
        this.steps = steps;
    }

    /// Somebody has come from a provider.
    ///
    /// @param signOut where their session there can be ended
    public void arrived(
            HttpServletRequest request,
            HttpServletResponse response,
            Arrival arrival,
            FirstSignIn policy,
            boolean factorGiven,
            @Nullable String signOut)
            throws IOException, ServletException {
        become(SecurityContextHolder.createEmptyContext(), request, response);
        Answer answer = identities.arrive(arrival, policy);
        if (signOut != null) {
            request.getSession().setAttribute(SIGN_OUT, signOut);
        }
        if (answer instanceof Answer.Prove prove) {
            request.getSession()
                    .setAttribute(
                            PROVING,
                            new Proving(arrival, prove.user(), prove.login(), factorGiven));
            response.sendRedirect("/sign-in/link");
        } else {
            goOn(request, response, answer, factorGiven);
        }
    }

    /// Whoever has yet to prove an account.
    public Optional<Proving> proving(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PROVING) instanceof Proving proving
                ? Optional.of(proving)
                : Optional.empty();
    }

    /// The password was right: links the arrival, and in.
    public void proven(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Proving proving = proving(request).orElseThrow();
        request.getSession().removeAttribute(PROVING);
        request.changeSessionId();
        goOn(
                request,
                response,
                identities.link(proving.arrival(), proving.user()),
                proving.factorGiven());
    }

    /// Where the session at the provider can be ended, kept until then.
    static @Nullable String signOutThere(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SIGN_OUT) instanceof String url ? url : null;
    }

    /// Offers, after signing out here, to sign out there too.
    static void offer(HttpServletRequest request, @Nullable String url) {
        if (url != null) {
            request.getSession().setAttribute(SIGN_OUT, url);
        }
    }

    /// Where to end the session at the provider of whoever has signed out here; only once.
    public Optional<String> leaveThere(HttpServletRequest request) {
        String url = CurrentUser.get().signedIn() ? null : signOutThere(request);
        if (url != null) {
            request.getSession().removeAttribute(SIGN_OUT);
        }
        return Optional.ofNullable(url);
    }

    private void goOn(
            HttpServletRequest request,
            HttpServletResponse response,
            Answer answer,
            boolean factorGiven)
            throws IOException, ServletException {
        switch (answer) {
            case Answer.In in -> in(request, response, in.user(), factorGiven);
            case Answer.Refused refused ->
                    response.sendRedirect(
                            PROBLEM
                                    + refused.problem()
                                            .substring(refused.problem().lastIndexOf('.') + 1));
            case Answer.Prove prove -> response.sendRedirect(PROBLEM + "refused");
        }
    }

    private void in(
            HttpServletRequest request, HttpServletResponse response, UUID id, boolean factorGiven)
            throws IOException, ServletException {
        User user = users.find(id).orElseThrow();
        SignIn.Account account = SignIn.account(user, "");
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        account, null, account.getAuthorities()));
        become(context, request, response);
        if (factorGiven) {
            steps.begin(request, response, id);
        } else {
            steps.passwordRight(request, response, account.user());
        }
    }

    private void become(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
