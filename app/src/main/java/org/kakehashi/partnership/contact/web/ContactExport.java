package org.kakehashi.partnership.contact.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.partnership.contact.Contact;
import org.kakehashi.partnership.contact.web.ContactController.Line;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;

/// Contacts as a file, in the columns that [ContactFile] reads.
final class ContactExport {
    private ContactExport() {}

    static TableExport<Line> of(List<Line> lines, LocalDate asOf, Clock clock) {
        return new TableExport<>(
                t("partnership.contacts"),
                List.of(
                        column("partner", Line::partnerName),
                        column(
                                "ror",
                                line -> line.partner() == null ? null : line.partner().rorId()),
                        of("faculty", Contact::faculty),
                        of("nameJa", one -> one.name().ja()),
                        of("nameEn", one -> one.name().en()),
                        of("reading", Contact::reading),
                        of("positionJa", one -> one.position().ja()),
                        of("positionEn", one -> one.position().en()),
                        of("email", Contact::email),
                        of("phone", Contact::phone),
                        of("languages", one -> String.join(", ", one.languages())),
                        of("purpose", one -> one.consent().purpose()),
                        of("given", one -> one.consent().given()),
                        of(
                                "how",
                                one ->
                                        one.consent().how() == null
                                                ? null
                                                : t(
                                                        "partnership.contact.how."
                                                                + one.consent().how().code())),
                        of("until", one -> one.consent().until()),
                        of("last", Contact::lastContact),
                        of("note", Contact::note)),
                lines.stream(),
                new ExportNote(
                        t("partnership.contacts"),
                        null,
                        Dates.day(asOf),
                        t(CurrentUser.get().name()),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private static ExportColumn<Line> of(String key, Function<Contact, @Nullable Object> value) {
        return column(key, line -> value.apply(line.contact()));
    }

    private static ExportColumn<Line> column(String key, Function<Line, @Nullable Object> value) {
        String message = "partnership.contact." + key;
        return new ExportColumn<>(
                key,
                new Bilingual(
                        Messages.text(Locale.JAPANESE, message),
                        Messages.text(Locale.ENGLISH, message)),
                22,
                value);
    }
}
