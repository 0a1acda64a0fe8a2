package org.kakehashi.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// Sends what a door refuses to the error page with its own status.
@ControllerAdvice
class ExceptionMapping {
    private final LateForms late;

    ExceptionMapping(LateForms late) {
        this.late = late;
    }

    @ExceptionHandler
    void refused(
            KakehashiException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (problem.kind() == KakehashiException.Kind.CONFLICT && late.answer(request, response)) {
            return;
        }
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, problem);
        response.sendError(problem.kind().status());
    }

    /// A form without the file it should bring, or with one too large.
    @ExceptionHandler
    void notAForm(
            MultipartException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, problem);
        response.sendError(problem instanceof MaxUploadSizeExceededException ? 413 : 400);
    }
}
