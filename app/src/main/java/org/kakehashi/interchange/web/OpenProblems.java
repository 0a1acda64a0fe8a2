package org.kakehashi.interchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.ui.Messages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// What goes wrong in the open service, as JSON (RFC 9457), in the language of the answer.
@RestControllerAdvice(
        assignableTypes = {
            ReconcileController.class,
            SuggestController.class,
            Reconcile1Controller.class,
            PreviewController.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class OpenProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused, HttpServletRequest request) {
        var answer =
                ResponseEntity.status(refused.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refused.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(refused.retryAfter()));
        }
        return answer.body(problem(refused.status(), refused.key(), refused.arguments(), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(KakehashiException refused, HttpServletRequest request) {
        return ResponseEntity.status(refused.kind().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        problem(
                                refused.kind().status(),
                                refused.key(),
                                refused.arguments(),
                                request));
    }

    @ExceptionHandler({
        MissingServletRequestParameterException.class,
        MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<ProblemDetail> parameter(Exception fault, HttpServletRequest request) {
        String name =
                switch (fault) {
                    case MissingServletRequestParameterException missing ->
                            missing.getParameterName();
                    case MethodArgumentTypeMismatchException mismatch -> mismatch.getName();
                    default -> "";
                };
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(400, "interchange.refused.parameter", Map.of("name", name), request));
    }

    private static ProblemDetail problem(
            int status, String key, Map<String, Object> arguments, HttpServletRequest request) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.valueOf(status),
                Messages.text(OpenWeb.language(request), key, arguments));
    }
}
