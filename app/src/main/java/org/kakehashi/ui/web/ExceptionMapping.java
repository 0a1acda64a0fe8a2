package org.kakehashi.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Sends what a door refuses to the error page with its own status.
@ControllerAdvice
class ExceptionMapping {
    @ExceptionHandler
    void refused(
            KakehashiException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, problem);
        response.sendError(problem.kind().status());
    }
}
