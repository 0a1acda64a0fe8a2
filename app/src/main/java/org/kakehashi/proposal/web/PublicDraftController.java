package org.kakehashi.proposal.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.Document;
import org.kakehashi.document.DocumentTexts;
import org.kakehashi.document.Documents;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.PartnerLinks;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a partner's contact sees through a link: the newest version of one draft, and a place to
/// comment. Nobody signs in.
@Controller
@RequestMapping("/public/drafts/{secret:[A-Za-z0-9_-]{20,80}}")
class PublicDraftController {
    private static final int UNPROCESSABLE = 422;

    private final PartnerLinks links;
    private final Documents documents;
    private final DocumentTexts texts;
    private final Templates templates;

    PublicDraftController(
            PartnerLinks links, Documents documents, DocumentTexts texts, Templates templates) {
        this.links = links;
        this.documents = documents;
        this.texts = texts;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(
            @PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        return page(secret, open(secret, request), Map.of(), null, response);
    }

    @PostMapping
    @Nullable JteModel comment(
            @PathVariable String secret,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            links.comment(
                    secret,
                    request.getRemoteAddr(),
                    typed.getOrDefault("author", ""),
                    typed.getOrDefault("body", ""));
            response.sendRedirect("/public/drafts/" + secret + "#comments");
            return null;
        } catch (KakehashiException refused) {
            if (refused.kind() != KakehashiException.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(UNPROCESSABLE);
            String problem = Messages.text(Text.locale(), refused.key(), refused.arguments());
            return page(secret, open(secret, request), typed, problem, response);
        }
    }

    @GetMapping("/file")
    void file(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Document document = open(secret, request).document();
        response.setContentType("application/octet-stream");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(document.newest().name(), java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        hide(response);
        try (InputStream in =
                CurrentUser.SYSTEM.call(() -> documents.open(document, document.latest()))) {
            in.transferTo(response.getOutputStream());
        }
    }

    private PartnerLinks.Shown open(String secret, HttpServletRequest request) {
        return links.open(secret, request.getRemoteAddr())
                .orElseThrow(KakehashiException::notFound);
    }

    private JteModel page(
            String secret,
            PartnerLinks.Shown shown,
            Map<String, String> typed,
            @Nullable String problem,
            HttpServletResponse response) {
        hide(response);
        return templates.proposalPublicDraft(
                shown, secret, words(shown.document()), typed, problem);
    }

    /// Neither search engines nor what lies on the way keeps the page or its address.
    private static void hide(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    /// The words, where there are some; otherwise the file is read instead.
    private List<String> words(Document document) {
        return CurrentUser.SYSTEM.call(() -> {
            try {
                return texts.paragraphs(document, document.latest());
            } catch (KakehashiException none) {
                return List.of();
            }
        });
    }
}
