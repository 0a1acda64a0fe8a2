package org.kakehashi.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.kakehashi.access.User;
import org.kakehashi.kernel.CurrentUser;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Names the person acting for the length of the request. Roles are read anew each time, so that a
/// role taken away is gone at once, and an account switched off is out.
class ActingFilter extends OncePerRequestFilter {
    private final UserStore users;

    ActingFilter(UserStore users) {
        this.users = users;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignIn.Account account)) {
            chain.doFilter(request, response);
            return;
        }
        User user = users.findByLogin(account.getUsername()).filter(User::active).orElse(null);
        if (user == null) {
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
            return;
        }
        try {
            new CurrentUser(user.id(), user.login(), user.name(), user.grants())
                    .run(() -> proceed(chain, request, response));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Carried e) {
            throw e.carried;
        }
    }

    private static void proceed(
            FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new Carried(e);
        }
    }

    private static final class Carried extends RuntimeException {
        private final ServletException carried;

        Carried(ServletException carried) {
            super(carried);
            this.carried = carried;
        }
    }
}
