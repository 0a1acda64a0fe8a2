package org.kakehashi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Audit;
import org.kakehashi.access.AuditChain;
import org.kakehashi.access.AuditFilter;
import org.kakehashi.access.AuditTrail;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.view.Chip;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The audit trail and the chain that proves it, for auditors.
@Controller
@RequestMapping("/audit")
class AuditController {
    private static final int ROWS = 100;
    private static final int ANCHORS = 100;

    private final Audit audit;
    private final AuditTrail trail;
    private final AuditChain chain;
    private final AuditExport export;
    private final Clock clock;
    private final Templates templates;

    AuditController(
            Audit audit,
            AuditTrail trail,
            AuditChain chain,
            AuditExport export,
            Clock clock,
            Templates templates) {
        this.audit = audit;
        this.trail = trail;
        this.chain = chain;
        this.export = export;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    @Nullable JteModel list(
            @RequestParam(required = false) @Nullable String format, HttpServletResponse response)
            throws IOException {
        Query query = Query.here().without("format");
        AuditFilter filter = AuditFilter.of(query);
        Optional<ExportFormat> wanted = ExportFormat.of(format);
        AuditPage page = page(query, filter, wanted.isPresent());
        if (wanted.isPresent()) {
            String sentence =
                    page.chips().stream().map(Chip::label).collect(Collectors.joining(" / "));
            audit.read(
                    "access.audit.exported", null, null, Map.of("form", wanted.get().extension()));
            ExportFile.send(export.of(filter, sentence), wanted.get(), response);
            return null;
        }
        audit.read("access.audit.read", null, null, Map.of("filter", query.href()));
        return templates.accessAudit(page);
    }

    @GetMapping("/chain")
    JteModel chain() {
        return templates.accessChain(
                chain.head().orElse(null),
                chain.lastVerified().orElse(null),
                chain.anchors(ANCHORS));
    }

    @PostMapping("/chain/verification")
    String verify() {
        return "redirect:/jobs/" + chain.startVerifying().id();
    }

    @PostMapping("/chain/anchors")
    String anchor() {
        chain.anchor("print");
        return "redirect:/audit/chain";
    }

    /// A file first: a failure half-way is then an error page and not a broken file.
    @PostMapping("/chain/pack")
    void pack(HttpServletResponse response) throws IOException {
        Path file = Files.createTempFile("kakehashi-audit", ".zip");
        try {
            try (var out = Files.newOutputStream(file)) {
                chain.pack(out);
            }
            response.setContentType("application/zip");
            response.setContentLengthLong(Files.size(file));
            response.setHeader("Cache-Control", "no-store");
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"audit-chain-" + LocalDate.now(clock) + ".zip\"");
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private AuditPage page(Query query, AuditFilter filter, boolean withoutRows) {
        Pager pager = Pager.of(query, ROWS, trail.count(filter));
        return new AuditPage(
                query,
                filter,
                trail.actions(),
                withoutRows
                        ? java.util.List.of()
                        : trail.list(filter, pager.offset(), pager.size()),
                pager);
    }
}
