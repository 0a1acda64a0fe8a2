package org.kakehashi.ui.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.template.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A form that came second, of any room: the page it was on is shown again as the record stands
/// now, with what was typed in its fields and what the other person saved beside it. Nothing typed
/// is lost; saving again saves over the newer record, knowingly.
@Component
class LateForms {
    private static final Logger LOG = LoggerFactory.getLogger(LateForms.class);

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ObjectProvider<RequestMappingHandlerAdapter> adapters;
    private final Templates templates;

    LateForms(
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<RequestMappingHandlerAdapter> adapters,
            Templates templates) {
        this.mappings = mappings;
        this.adapters = adapters;
        this.templates = templates;
    }

    /// Answers with the page again; false where there is none to show.
    boolean answer(HttpServletRequest form, HttpServletResponse response) throws IOException {
        if (!form.getMethod().equals("POST") || form.getHeader("HX-Request") != null) {
            return false;
        }
        Map<String, String[]> typed = new LinkedHashMap<>(form.getParameterMap());
        Optional<String> page =
                referer(form)
                        .flatMap(from ->
                                again(
                                        form,
                                        response,
                                        from.getRawPath(),
                                        from.getRawQuery(),
                                        typed));
        if (page.isEmpty()) {
            page = again(form, response, form.getRequestURI(), null, typed);
        }
        if (page.isEmpty()) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page.get().getBytes(StandardCharsets.UTF_8));
        return true;
    }

    /// The page of ours the form was sent from.
    private static Optional<URI> referer(HttpServletRequest form) {
        try {
            String header = form.getHeader("Referer");
            URI from = header == null ? null : URI.create(header);
            return from == null
                            || from.getRawPath() == null
                            || !Objects.equals(from.getHost(), form.getServerName())
                    ? Optional.empty()
                    : Optional.of(from);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> again(
            HttpServletRequest form,
            HttpServletResponse response,
            String path,
            @Nullable String query,
            Map<String, String[]> typed) {
        String page = read(form, response, path, query);
        return page == null
                ? Optional.empty()
                : LateForm.in(page, path, form.getRequestURI(), typed)
                        .map(late -> {
                            JteModel note = templates.uiLate(late.differences());
                            return late.with(note.render());
                        });
    }

    private @Nullable String read(
            HttpServletRequest form,
            HttpServletResponse response,
            String path,
            @Nullable String query) {
        try {
            LatePage.Question question = new LatePage.Question(form, path, query);
            LatePage.Answer answer = new LatePage.Answer(response);
            HandlerExecutionChain chain = mapping().getHandler(question);
            if (chain != null
                    && chain.getHandler() instanceof HandlerMethod handler
                    && handler.getBeanType().getName().startsWith("org.kakehashi.")) {
                adapters.getObject().handle(question, answer, handler);
                return answer.page();
            }
        } catch (Exception e) {
            LOG.debug("{} cannot be shown again", path, e);
        }
        return null;
    }

    private RequestMappingHandlerMapping mapping() {
        return mappings.stream()
                .filter(one -> one.getClass() == RequestMappingHandlerMapping.class)
                .findFirst()
                .orElseThrow();
    }
}
