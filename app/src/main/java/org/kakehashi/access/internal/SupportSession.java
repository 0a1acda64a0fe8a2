package org.kakehashi.access.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kakehashi.access.SupportView;
import org.kakehashi.access.SupportViews;
import org.kakehashi.access.User;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Component;

/// The view through another person's eyes, as the browser's session keeps it: what may be asked for
/// in it, and when it is over.
@Component
public class SupportSession {
    public static final String END = "/support/end";

    private static final String VIEW = "kakehashi.support";

    /// What belongs to the person alone: their account, and addresses that are secrets.
    private static final List<String> CLOSED = List.of("/account", "/sign-in", "/tasks/calendars");

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final SupportViews views;
    private final UserStore users;

    SupportSession(SupportViews views, UserStore users) {
        this.views = views;
        this.users = users;
    }

    public void begin(HttpServletRequest request, SupportView view) {
        request.getSession().setAttribute(VIEW, view);
    }

    public Optional<SupportView> view(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(VIEW) instanceof SupportView view
                ? Optional.of(view)
                : Optional.empty();
    }

    /// Ends the view; the administrator acts.
    public void end(HttpServletRequest request) {
        view(request)
                .ifPresent(view -> {
                    request.getSession().removeAttribute(VIEW);
                    views.end(view);
                });
    }

    /// Through whose eyes this request looks: empty where the administrator acts as themselves,
    /// since there is no view or it is over.
    Optional<User> eyes(HttpServletRequest request, User viewer) {
        SupportView view = view(request).orElse(null);
        String path = request.getRequestURI();
        if (view == null || path.equals(END) || path.equals("/sign-out")) {
            return Optional.empty();
        }
        boolean stands = acting(viewer).call(() -> views.stands(view));
        if (!stands) {
            acting(viewer).run(() -> end(request));
            return Optional.empty();
        }
        return users.find(view.of());
    }

    /// Answers what a view may not ask for, or writes down what it is about to show.
    boolean refuses(HttpServletRequest request, HttpServletResponse response, User viewer)
            throws IOException {
        String path = request.getRequestURI();
        if (request.getDispatcherType() == DispatcherType.ERROR || path.startsWith("/assets/")) {
            return false;
        }
        if (!SAFE.contains(request.getMethod())) {
            refuse(request, response, "access.support.readOnly");
            return true;
        }
        if (CLOSED.stream().anyMatch(path::startsWith)) {
            refuse(request, response, "access.support.own");
            return true;
        }
        SupportView view = view(request).orElseThrow();
        acting(viewer).run(() -> views.page(view, path));
        return false;
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, String message)
            throws IOException {
        request.setAttribute(
                RequestDispatcher.ERROR_EXCEPTION,
                new KakehashiException(KakehashiException.Kind.FORBIDDEN, message, Map.of()));
        response.sendError(KakehashiException.Kind.FORBIDDEN.status());
    }

    private static CurrentUser acting(User user) {
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }
}
