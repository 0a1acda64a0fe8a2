package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.facts.AgreementFacts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.AgreementLine;
import org.kakehashi.agreement.facts.Order;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.springframework.stereotype.Component;

/// The list as a file: every fact of a line, whatever columns the page shows.
@Component
class AgreementExport {
    private final AgreementFacts facts;
    private final Clock clock;

    AgreementExport(AgreementFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    TableExport<AgreementLine> of(
            AgreementFilter filter, Order order, String sentence, ListPage.Names names) {
        return new TableExport<>(
                t("agreement.list"),
                columns(names),
                facts.all(filter, order, Text.locale()),
                new ExportNote(
                        t("agreement.list"),
                        sentence.isEmpty() ? null : sentence,
                        Words.date(filter.asOf()),
                        t(CurrentUser.get().name()),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private static List<ExportColumn<AgreementLine>> columns(ListPage.Names names) {
        return List.of(
                column("number", AgreementLine::number),
                column("partnerJa", line -> line.partners().ja()).wide(40),
                column("partnerEn", line -> line.partners().en()).wide(40),
                column("recognised", AgreementLine::recognised),
                column("country", line -> Words.countries(line.countries())),
                column("countryCode", line -> String.join(" ", line.countries())),
                column("titleJa", line -> line.title().ja()).wide(40),
                column("titleEn", line -> line.title().en()).wide(40),
                column("level", line -> known("level", line.level())),
                column("kind", line -> joined(line.kinds(), names::kind)).wide(30),
                column("unit", line -> joined(line.units(), names::unit)).wide(30),
                column("status", line -> Words.word("status", line.status())),
                column("start", line -> line.start().iso()),
                column("startWritten", line -> line.start().written()),
                column("end", line -> line.end().iso()),
                column("endWritten", line -> line.end().written()),
                column("term", line -> known("term", line.term())),
                column("renewal", line -> known("renewal", line.renewal())),
                column("pending", AgreementLine::pending),
                column("quotaIn", AgreementLine::quotaIn),
                column("quotaOut", AgreementLine::quotaOut),
                column("visibility", line -> Words.word("visibility", line.visibility())));
    }

    private static ExportColumn<AgreementLine> column(
            String key, Function<AgreementLine, @Nullable Object> value) {
        String message = "agreement." + key;
        return new ExportColumn<>(
                key,
                new Bilingual(
                        Messages.text(java.util.Locale.JAPANESE, message),
                        Messages.text(java.util.Locale.ENGLISH, message)),
                18,
                value);
    }

    private static @Nullable String known(String group, Coded value) {
        return value.code().equals("unknown") ? null : Words.word(group, value);
    }

    private static <T> String joined(List<T> values, Function<T, String> name) {
        return values.stream().map(name).collect(Collectors.joining("; "));
    }
}
