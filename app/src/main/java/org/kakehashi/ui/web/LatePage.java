package org.kakehashi.ui.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ServletRequestPathUtils;

/// Reading a page while a form is being answered: a request that asks for the page, for the person
/// who sent the form, and an answer that keeps what is written.
final class LatePage {
    private LatePage() {}

    /// The form's own request, turned into one for a page.
    static final class Question extends HttpServletRequestWrapper {
        private final String path;
        private final @Nullable String query;
        private final Map<String, String[]> parameters = new LinkedHashMap<>();
        private final Map<String, Object> attributes = new HashMap<>();

        Question(HttpServletRequest form, String path, @Nullable String query) {
            super(form);
            this.path = path;
            this.query = query;
            for (String pair : query == null ? new String[0] : query.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                if (!parts[0].isEmpty()) {
                    parameters.merge(
                            decoded(parts[0]),
                            new String[] {parts.length > 1 ? decoded(parts[1]) : ""},
                            (some, more) -> {
                                String[] all = java.util.Arrays.copyOf(some, some.length + 1);
                                all[some.length] = more[0];
                                return all;
                            });
                }
            }
            ServletRequestPathUtils.parseAndCache(this);
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public @Nullable String getQueryString() {
            return query;
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] all = parameters.get(name);
            return all == null ? null : all[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(List.copyOf(parameters.keySet()));
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        /// What the form's own handling left behind about paths is not for this page.
        @Override
        public @Nullable Object getAttribute(String name) {
            return attributes.containsKey(name)
                            || name.contains("HandlerMapping")
                            || name.contains("ServletRequestPathUtils")
                    ? attributes.get(name)
                    : super.getAttribute(name);
        }

        @Override
        public void setAttribute(String name, Object value) {
            attributes.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            attributes.remove(name);
        }
    }

    /// Keeps the page instead of sending it.
    static final class Answer extends HttpServletResponseWrapper {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean page;
        private boolean refused;

        Answer(HttpServletResponse response) {
            super(response);
        }

        /// The page as text; null if what came was no page.
        @Nullable String page() {
            return page && !refused ? bytes.toString(StandardCharsets.UTF_8) : null;
        }

        @Override
        public void setContentType(String type) {
            page = type.startsWith("text/html");
        }

        @Override
        public void setContentLength(int length) {}

        @Override
        public void setStatus(int status) {
            refused = refused || status != 200;
        }

        @Override
        public void sendError(int status) {
            refused = true;
        }

        @Override
        public void sendRedirect(String location) {
            refused = true;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void write(int value) {
                    bytes.write(value);
                }

                @Override
                public void write(byte[] some, int from, int length) {
                    bytes.write(some, from, length);
                }
            };
        }
    }
}
