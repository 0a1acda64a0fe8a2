package org.kakehashi.intake.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.Uploads;
import org.kakehashi.intake.Uploads.Received;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The first page of the room: lists that came in, and the place to bring new ones.
@Controller
@RequestMapping("/intake")
class IntakeController {
    private final Uploads uploads;
    private final Imports imports;
    private final Units units;
    private final Access access;
    private final Templates templates;

    IntakeController(
            Uploads uploads, Imports imports, Units units, Access access, Templates templates) {
        this.uploads = uploads;
        this.imports = imports;
        this.units = units;
        this.access = access;
        this.templates = templates;
    }

    @GetMapping
    JteModel list() {
        return page(List.of());
    }

    private JteModel page(List<Received> received) {
        return templates.intakeList(
                imports.list(100),
                received,
                unitChoices(units, access, null),
                access.reach("intake.use") == null,
                imports.mayUse(),
                uploads.largest());
    }

    /// The units a person may import for.
    static List<Choice> unitChoices(Units units, Access access, @Nullable UUID chosen) {
        var reach = access.reach("intake.use");
        return units.list().stream()
                .filter(unit -> reach == null || reach.contains(unit.id()))
                .map(unit -> choice(unit, chosen))
                .toList();
    }

    private static Choice choice(Unit unit, @Nullable UUID chosen) {
        return new Choice(
                unit.id().toString(),
                org.kakehashi.ui.Text.t(unit.name()),
                unit.id().equals(chosen));
    }

    @PostMapping("/files")
    @Nullable JteModel upload(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable UUID unit,
            HttpServletResponse response)
            throws IOException {
        List<Received> received = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            if (!name.isEmpty()) {
                try (var content = file.getInputStream()) {
                    received.add(uploads.receive(name, content, unit));
                }
            }
        }
        UUID only = received.size() == 1 ? received.getFirst().file() : null;
        if (only != null) {
            response.sendRedirect("/intake/files/" + only);
            return null;
        }
        if (received.isEmpty() || received.stream().anyMatch(one -> one.file() == null)) {
            response.setStatus(422);
        }
        return page(
                received.isEmpty() ? List.of(new Received("", null, false, List.of())) : received);
    }
}
