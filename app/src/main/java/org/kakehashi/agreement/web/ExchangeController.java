package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Exchanges;
import org.kakehashi.agreement.Iia;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// An agreement in the shape of Erasmus Without Paper: to take away as a file and to take over from
/// one.
@Controller
@RequestMapping("/agreements/{id:[0-9a-f-]{36}}/exchange")
public class ExchangeController {
    private static final int UNPROCESSABLE = 422;

    /// What the page shows.
    ///
    /// @param missing message keys of what a partner's system would ask for
    public record Shown(
            Agreement agreement,
            String json,
            Set<String> missing,
            boolean mayEdit,
            @Nullable String problem) {}

    private final Agreements agreements;
    private final Exchanges exchanges;
    private final Templates templates;

    ExchangeController(Agreements agreements, Exchanges exchanges, Templates templates) {
        this.agreements = agreements;
        this.exchanges = exchanges;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        return page(id, null);
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + agreements.get(id).number() + "-iia.json\"")
                .body(json(id).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping
    @Nullable JteModel take(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultipartFile file,
            HttpServletResponse response)
            throws IOException {
        try {
            exchanges.put(id, version, new String(file.getBytes(), StandardCharsets.UTF_8));
            response.sendRedirect("/agreements/" + id + "#annexes");
            return null;
        } catch (KakehashiException refused) {
            if (refused.kind() != KakehashiException.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(UNPROCESSABLE);
            return page(id, Messages.text(Text.locale(), refused.key(), refused.arguments()));
        }
    }

    private JteModel page(UUID id, @Nullable String problem) {
        Agreement agreement = agreements.get(id);
        return templates.agreementExchange(
                new Shown(
                        agreement,
                        json(id),
                        exchanges.missing(id),
                        agreements.mayEdit(agreement.content()),
                        problem == null ? null : t("agreement.exchange.problem") + " " + problem));
    }

    private String json(UUID id) {
        return Iia.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(exchanges.get(id));
    }
}
