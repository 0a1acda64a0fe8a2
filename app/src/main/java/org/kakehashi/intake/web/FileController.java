package org.kakehashi.intake.web;

import gg.jte.models.runtime.JteModel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.UploadedFile;
import org.kakehashi.intake.Uploads;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.template.Templates;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A file: its sheets, what was odd about it, and what it was used for.
@Controller
@RequestMapping("/intake/files/{id}")
class FileController {
    private static final int ROWS = 8;

    private final Uploads uploads;
    private final Imports imports;
    private final Access access;
    private final Templates templates;

    FileController(Uploads uploads, Imports imports, Access access, Templates templates) {
        this.uploads = uploads;
        this.imports = imports;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        UploadedFile file = uploads.get(id);
        Map<Integer, Sheet> heads = new LinkedHashMap<>();
        for (var sheet : file.sheets()) {
            if (heads.size() < 12) {
                heads.put(sheet.position(), uploads.head(file, sheet.position(), ROWS));
            }
        }
        return templates.intakeFile(file, heads, imports.ofFile(file), access.may("intake.use"));
    }

    @PostMapping("/imports")
    String start(@PathVariable UUID id, @RequestParam int sheet) {
        return "redirect:/intake/imports/" + imports.start(id, sheet) + "/layout";
    }

    /// The file as it came, never shown by the browser itself.
    @GetMapping("/content")
    ResponseEntity<InputStreamResource> content(@PathVariable UUID id) {
        UploadedFile file = uploads.get(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(uploads.content(id)));
    }
}
