package org.kakehashi.ui.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// One error page and one problem shape (RFC 9457) for everything that goes wrong, in the reader's
/// language. A failure of ours gets a reference number that stands in the log too.
@Controller
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Templates templates;

    ErrorPages(Templates templates) {
        this.templates = templates;
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    JteModel page(HttpServletRequest request, HttpServletResponse response) {
        Fault fault = fault(request);
        response.setStatus(fault.status());
        return templates.uiError(
                fault.status(),
                fault.message(),
                fault.reference(),
                useCase(request),
                fault.status() == HttpStatus.CONFLICT.value() ? typed(request) : List.of());
    }

    /// The words of a form that came too late and whose page is gone, so that none are lost.
    private static List<String> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(one -> !one.getKey().matches("(?i)_csrf|.*(password|token|secret).*"))
                .flatMap(one -> Arrays.stream(one.getValue()))
                .filter(value -> !value.isBlank() && !value.matches("[0-9a-z._:-]{0,40}"))
                .distinct()
                .toList();
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        Fault fault = fault(request);
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.valueOf(fault.status()), fault.message());
        if (fault.reference() != null) {
            problem.setProperty("reference", fault.reference());
        }
        return ResponseEntity.status(fault.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /// What a signed-in person was refused, so that the page can explain it.
    private static @Nullable String useCase(HttpServletRequest request) {
        return CurrentUser.get().signedIn()
                        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
                                instanceof KakehashiException refused
                        && refused.kind() == KakehashiException.Kind.FORBIDDEN
                        && refused.arguments().get("useCase") instanceof String useCase
                ? useCase
                : null;
    }

    private record Fault(int status, String message, @Nullable String reference) {}

    private Fault fault(HttpServletRequest request) {
        Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        while (cause != null
                && !(cause instanceof KakehashiException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof KakehashiException known) {
            return new Fault(
                    known.kind().status(),
                    Messages.text(Text.locale(), known.key(), known.arguments()),
                    null);
        }
        if (cause instanceof InvalidFileNameException) {
            return new Fault(400, Text.t("ui.error.fileName"), null);
        }
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : 404;
        if (status >= 500) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error(
                    "Reference {}: {}",
                    reference,
                    request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                    cause);
            return new Fault(
                    status, Messages.text(Text.locale(), "ui.error.500", Map.of()), reference);
        }
        String key = "ui.error." + status;
        return new Fault(status, Text.t(Messages.has(key) ? key : "ui.error.400"), null);
    }
}
