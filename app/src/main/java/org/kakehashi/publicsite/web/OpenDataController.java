package org.kakehashi.publicsite.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Installation;
import org.kakehashi.publicsite.OpenData;
import org.kakehashi.publicsite.OpenData.Entry;
import org.kakehashi.publicsite.OpenData.Named;
import org.kakehashi.publicsite.OpenData.Partner;
import org.kakehashi.publicsite.PublicRegister;
import org.kakehashi.template.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// The public register as open data, for programs of any origin, and the page that explains it.
@Controller
@RequestMapping("/public/open-data")
class OpenDataController {
    private static final String SCHEMA = "/publicsite/open-data.schema.json";
    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "number",
                    "title_ja",
                    "title_en",
                    "partner_ror",
                    "partner_ja",
                    "partner_en",
                    "country",
                    "level",
                    "kinds",
                    "kinds_ja",
                    "kinds_en",
                    "units",
                    "units_ja",
                    "units_en",
                    "start",
                    "end",
                    "endless",
                    "as_of",
                    "licence");

    private final OpenData data;
    private final PublicRegister register;
    private final Installation installation;
    private final JsonMapper json;
    private final Clock clock;
    private final Templates templates;

    OpenDataController(
            OpenData data,
            PublicRegister register,
            Installation installation,
            JsonMapper json,
            Clock clock,
            Templates templates) {
        this.data = data;
        this.register = register;
        this.installation = installation;
        this.json = json;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel page() {
        return templates.publicsiteOpenData(
                data.count(), register.today(), data.licence(), data.licenceAddress());
    }

    @GetMapping("/schema.json")
    void schema(HttpServletResponse response) throws IOException {
        open(response, "application/schema+json");
        try (InputStream schema =
                Objects.requireNonNull(OpenDataController.class.getResourceAsStream(SCHEMA))) {
            schema.transferTo(response.getOutputStream());
        }
    }

    @GetMapping("/agreements.json")
    void json(HttpServletResponse response) throws IOException {
        open(response, "application/json;charset=UTF-8");
        OutputStream out = response.getOutputStream();
        try (JsonGenerator writing = json.createGenerator(out)) {
            writing.writeStartObject();
            writing.writeStringProperty("$schema", "schema.json");
            writing.writeName("licence");
            writing.writePOJO(Map.of("spdx", data.licence(), "address", data.licenceAddress()));
            writing.writeName("owner");
            writing.writePOJO(owner());
            writing.writeStringProperty("asOf", register.today().toString());
            writing.writeStringProperty("made", Instant.now(clock).toString());
            writing.writeBooleanProperty("demonstration", demonstration());
            writing.writeName("agreements");
            writing.writeStartArray();
            data.each(writing::writePOJO);
            writing.writeEndArray();
            writing.writeEndObject();
        }
    }

    @GetMapping("/agreements.csv")
    void csv(HttpServletResponse response) throws IOException {
        open(response, "text/csv;charset=UTF-8;header=present");
        response.setHeader("Content-Disposition", "attachment; filename=\"agreements.csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(COLUMNS);
            data.each(entry -> csv.writeRecord(cells(entry)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void open(HttpServletResponse response, String type) {
        response.setContentType(type);
        response.setHeader("Access-Control-Allow-Origin", "*");
    }

    private Map<String, @Nullable String> owner() {
        Map<String, @Nullable String> owner = new LinkedHashMap<>();
        installation
                .owner()
                .ifPresent(one -> {
                    owner.put("ja", one.name().ja());
                    owner.put("en", one.name().en());
                    owner.put("ror", one.rorId() == null ? null : "https://ror.org/" + one.rorId());
                });
        return owner;
    }

    private boolean demonstration() {
        return installation.owner().map(Installation.Owner::demonstration).orElse(false);
    }

    private List<String> cells(Entry entry) {
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(entry.id().toString());
        cells.add(entry.number());
        cells.add(entry.title().ja());
        cells.add(entry.title().en());
        cells.add(
                entry.partners().stream()
                        .map(Partner::ror)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")));
        cells.add(entry.partnersAsShown().ja());
        cells.add(entry.partnersAsShown().en());
        cells.add(joined(entry.countries(), Named::code, " "));
        cells.add(entry.level());
        cells.add(joined(entry.kinds(), Named::code, " "));
        cells.add(joined(entry.kinds(), Named::ja, "; "));
        cells.add(joined(entry.kinds(), Named::en, "; "));
        cells.add(joined(entry.units(), Named::code, " "));
        cells.add(joined(entry.units(), Named::ja, "; "));
        cells.add(joined(entry.units(), Named::en, "; "));
        cells.add(entry.start().value());
        cells.add(entry.end().value());
        cells.add(String.valueOf(entry.endless()));
        cells.add(register.today().toString());
        cells.add(data.licence());
        return cells.stream().map(OpenDataController::harmless).toList();
    }

    private static String joined(
            List<Named> all, Function<Named, @Nullable String> part, String between) {
        return all.stream().map(part).filter(Objects::nonNull).collect(Collectors.joining(between));
    }

    /// Nothing that a spreadsheet would take for a formula.
    private static String harmless(@Nullable String text) {
        String cell = text == null ? "" : text;
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
