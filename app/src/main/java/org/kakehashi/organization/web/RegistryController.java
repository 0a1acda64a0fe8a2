package org.kakehashi.organization.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.Job;
import org.kakehashi.organization.Registry;
import org.kakehashi.organization.RegistryRelease;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The registry: releases, import by upload, what a release changed.
@Controller
@RequestMapping("/organizations/registry")
class RegistryController {
    private static final int SIZE = 50;

    private final Registry registry;
    private final Access access;
    private final Templates templates;
    private final Path uploads;

    RegistryController(
            Registry registry,
            Access access,
            Templates templates,
            @Value("${kakehashi.data:#{systemProperties['java.io.tmpdir']}}") String data) {
        this.registry = registry;
        this.access = access;
        this.templates = templates;
        this.uploads = Path.of(data, "registry");
    }

    @GetMapping
    JteModel show() {
        return templates.organizationRegistry(page(Map.of()));
    }

    private RegistryPage page(Map<String, String> problems) {
        return new RegistryPage(
                registry.releases(), registry.jobs(), registry.mayImport(), problems);
    }

    /// Keeps the upload beside the database, outside the web root, and starts the import.
    @PostMapping
    @Nullable JteModel upload(
            @RequestParam("file") MultipartFile file, HttpServletResponse response)
            throws IOException {
        access.require("organization.import");
        if (file.isEmpty()) {
            response.setStatus(422);
            return templates.organizationRegistry(
                    page(Map.of("file", "organization.import.noFile")));
        }
        Path folder = Files.createDirectories(uploads.resolve(UUID.randomUUID().toString()));
        Path kept = folder.resolve(RegistryPage.fileName(file.getOriginalFilename()));
        file.transferTo(kept);
        Job job = registry.start(kept, true);
        response.sendRedirect("/jobs/" + job.id());
        return null;
    }

    /// What a release changed.
    @GetMapping("/{id}")
    JteModel release(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "changed") String kind,
            HttpServletRequest request) {
        RegistryRelease release = registry.release(id);
        String wanted = RegistryPage.KINDS.contains(kind) ? kind : "changed";
        Pager pager = Pager.of(Query.of(request), SIZE, ReleasePage.count(release, wanted));
        return templates.organizationRelease(
                new ReleasePage(
                        release,
                        wanted,
                        wanted.equals("broken")
                                ? java.util.List.of()
                                : registry.changes(id, wanted, pager.offset(), pager.size()),
                        wanted.equals("broken") ? registry.problems(id) : java.util.List.of(),
                        pager));
    }
}
