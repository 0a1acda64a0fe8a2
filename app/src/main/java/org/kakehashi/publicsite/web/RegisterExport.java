package org.kakehashi.publicsite.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.strategy.Names;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.springframework.stereotype.Component;

/// The public register as a file.
@Component
class RegisterExport {
    private final Names names;
    private final Clock clock;

    RegisterExport(Names names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    TableExport<AgreementLine> table(Stream<AgreementLine> lines, LocalDate today) {
        return new TableExport<>(
                t("publicsite.register"),
                List.of(
                        column("partner", 44, AgreementLine::partners),
                        column("country", 20, line -> joined(Dimension.COUNTRY, line.countries())),
                        column("level", 14, line -> names.of(Dimension.LEVEL, line.level().code())),
                        column("kind", 30, line -> joined(Dimension.KIND, line.kinds())),
                        column(
                                "unit",
                                30,
                                line ->
                                        joined(
                                                Dimension.UNIT,
                                                line.units().stream()
                                                        .map(UUID::toString)
                                                        .toList())),
                        column("start", 16, line -> line.start().iso()),
                        column("end", 16, RegisterPage::end)),
                lines,
                new ExportNote(
                        t("publicsite.register"),
                        null,
                        Dates.day(today),
                        Page.owner(),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private String joined(Dimension dimension, List<String> values) {
        return values.stream()
                .map(value -> names.of(dimension, value))
                .collect(Collectors.joining(t("publicsite.separator")));
    }

    private static ExportColumn<AgreementLine> column(
            String key, int width, Function<AgreementLine, @Nullable Object> value) {
        return new ExportColumn<>(
                key,
                new Bilingual(
                        Messages.text(Locale.JAPANESE, "publicsite." + key, Map.of()),
                        Messages.text(Locale.ENGLISH, "publicsite." + key, Map.of())),
                width,
                value);
    }
}
