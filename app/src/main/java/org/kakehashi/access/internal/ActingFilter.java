package org.kakehashi.access.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.ApiTokens.Token;
import org.kakehashi.access.UseCaseLimit;
import org.kakehashi.access.User;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Viewing;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Names the person acting for the length of the request. Roles are read anew each time, so that a
/// role taken away is gone at once, and an account switched off or a session ended is out. Who has
/// yet to give the second factor acts as nobody and sees only the page that asks for it.
class ActingFilter extends OncePerRequestFilter {
    private static final Set<String> OPEN_WHILE_PENDING =
            Set.of(
                    SignInSteps.CODE_PAGE,
                    SignInSteps.SET_UP_PAGE,
                    "/sign-in",
                    "/sign-out",
                    "/error",
                    "/favicon.ico");

    private final UserStore users;
    private final SignInSteps steps;
    private final SupportSession support;

    ActingFilter(UserStore users, SignInSteps steps, SupportSession support) {
        this.users = users;
        this.steps = steps;
        this.support = support;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (BearerFilter.token(request) instanceof Token token) {
            User user = users.find(token.user()).filter(User::active).orElse(null);
            if (user == null) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                UseCaseLimit.within(
                        token.useCases(), carrying(() -> act(user, chain, request, response)));
            }
            return;
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignIn.Account account)) {
            chain.doFilter(request, response);
        } else if (steps.pending(request).isPresent()) {
            pending(request, response, chain);
        } else {
            User user = users.findByLogin(account.getUsername()).filter(User::active).orElse(null);
            if (user == null || !steps.stands(request)) {
                SecurityContextHolder.clearContext();
                chain.doFilter(request, response);
            } else {
                actOrView(user, chain, request, response);
            }
        }
    }

    /// As themselves, or through the eyes of another while a support view stands.
    private void actOrView(
            User user, FilterChain chain, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        User eyes = support.eyes(request, user).orElse(null);
        if (eyes == null) {
            act(user, chain, request, response);
        } else if (!support.refuses(request, response, user)) {
            act(eyes, user.id(), chain, request, response);
        }
    }

    private void pending(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (request.getDispatcherType() == DispatcherType.ERROR
                || OPEN_WHILE_PENDING.contains(path)
                || path.startsWith("/assets/")) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(SignInSteps.CODE_PAGE);
        }
    }

    private static void act(
            User user, FilterChain chain, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        act(user, null, chain, request, response);
    }

    /// @param viewer who looks through the eyes of that person; null: they themselves
    private static void act(
            User user,
            @Nullable UUID viewer,
            FilterChain chain,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        var acting = new CurrentUser(user.id(), user.login(), user.name(), user.grants());
        Supplier<Boolean> work = carrying(() -> chain.doFilter(request, response));
        try {
            if (viewer == null) {
                acting.call(work);
            } else {
                Viewing.call(viewer, () -> acting.call(work));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Carried e) {
            throw e.carried;
        }
    }

    private interface Work {
        void run() throws ServletException, IOException;
    }

    private static Supplier<Boolean> carrying(Work work) {
        return () -> {
            try {
                work.run();
                return Boolean.TRUE;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ServletException e) {
                throw new Carried(e);
            }
        };
    }

    private static final class Carried extends RuntimeException {
        private final ServletException carried;

        Carried(ServletException carried) {
            super(carried);
            this.carried = carried;
        }
    }
}
