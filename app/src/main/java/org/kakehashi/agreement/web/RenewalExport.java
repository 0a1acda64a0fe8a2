package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.RenewalLine;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.springframework.stereotype.Component;

/// The list of renewals as a file.
@Component
class RenewalExport {
    private final NameSource names;
    private final Clock clock;

    RenewalExport(NameSource names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    void send(List<RenewalLine> lines, ExportFormat format, HttpServletResponse response)
            throws IOException {
        ExportFile.send(
                new TableExport<>(
                        t("agreement.renewals"),
                        columns(),
                        lines.stream(),
                        new ExportNote(
                                t("agreement.renewals"),
                                null,
                                Words.date(LocalDate.now(clock)),
                                t(CurrentUser.get().name()),
                                Instant.now(clock),
                                Page.demonstration()),
                        Text.locale()),
                format,
                response);
    }

    private List<ExportColumn<RenewalLine>> columns() {
        return List.of(
                column("agreement.number", RenewalLine::number),
                column("agreement.annex.title", line -> t(line.title())),
                column("agreement.partnerJa", line -> line.partner().ja()),
                column("agreement.partnerEn", line -> line.partner().en()),
                column(
                        "agreement.unit",
                        line ->
                                line.units().stream()
                                        .map(names::unit)
                                        .collect(Collectors.joining("; "))),
                column("agreement.renewal.periodEnd", RenewalLine::periodEnd),
                column("agreement.renewal.noticeBy", RenewalLine::noticeBy),
                column("agreement.renewal.automatic", RenewalLine::automatic),
                column("agreement.renewal.toldOn", RenewalLine::toldOn),
                column(
                        "agreement.renewal.decision",
                        line ->
                                line.decision() == null || !line.decided()
                                        ? null
                                        : Words.word("renewal.decision", line.decision())));
    }

    private static ExportColumn<RenewalLine> column(
            String key, Function<RenewalLine, @Nullable Object> value) {
        return new ExportColumn<>(
                key,
                new Bilingual(
                        Messages.text(Locale.JAPANESE, key), Messages.text(Locale.ENGLISH, key)),
                20,
                value);
    }
}
