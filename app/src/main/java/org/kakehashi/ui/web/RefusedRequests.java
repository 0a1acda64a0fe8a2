package org.kakehashi.ui.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.kakehashi.template.StaticTemplates;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.ErrorText;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the web server refuses before any code of ours sees it (addresses such as `/%2e%2e/`): it
/// is told in both languages, on a page that needs nothing of the request.
@Configuration(proxyBeanMethods = false)
class RefusedRequests {
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> refusedInBothLanguages() {
        return factory ->
                factory.addContextCustomizers(context -> {
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass("");
                        host.getPipeline().addValve(new Report(new StaticTemplates()));
                    }
                });
    }

    private static final class Report extends ErrorReportValve {
        private final Templates templates;

        Report(Templates templates) {
            this.templates = templates;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            var writable = new AtomicBoolean();
            response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
            if (writable.get()) {
                write(request.getLocale(), status, response);
            }
        }

        private void write(Locale reader, int status, Response response) {
            response.setContentType("text/html");
            response.setCharacterEncoding("UTF-8");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            try {
                Writer writer = response.getReporter();
                if (writer != null) {
                    writer.write(
                            templates.uiRefused(status, ErrorText.inBoth(reader, status)).render());
                    response.finishResponse();
                }
            } catch (IOException e) {
                // whoever asked is gone
            }
        }
    }
}
