package org.kakehashi.access.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Audit.Entry;
import org.kakehashi.access.AuditFilter;
import org.kakehashi.access.AuditTrail;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.springframework.stereotype.Component;

/// The audit trail as a table to take away.
@Component
class AuditExport {
    private static final int MOST_ROWS = 1_000_000;

    private final AuditTrail trail;
    private final Clock clock;

    AuditExport(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    TableExport<Entry> of(AuditFilter filter, String sentence) {
        return new TableExport<>(
                t("access.audit"),
                List.of(
                        column("seq", Entry::seq),
                        column("at", entry -> entry.at().toInstant()),
                        column("who", AuditPage::who),
                        column("login", Entry::login),
                        column("action", entry -> AuditPage.words(entry.action())).wide(40),
                        column("key", Entry::action).wide(30),
                        column("subject", Entry::subjectKind),
                        column("subjectId", Entry::subjectId).wide(38),
                        column("detail", entry -> AuditPage.readable(entry.detail())).wide(60),
                        column("origin", entry -> AuditPage.readable(entry.origin())),
                        column("reason", Entry::reason).wide(30)),
                trail.list(filter, 0, MOST_ROWS).stream(),
                new ExportNote(
                        t("access.audit"),
                        sentence.isEmpty() ? null : sentence,
                        null,
                        t(CurrentUser.get().name()),
                        clock.instant(),
                        Page.demonstration()),
                Text.locale());
    }

    private static ExportColumn<Entry> column(String key, Function<Entry, @Nullable Object> value) {
        return new ExportColumn<>(
                key,
                new Bilingual(
                        Messages.text(Locale.JAPANESE, "access.audit." + key),
                        Messages.text(Locale.ENGLISH, "access.audit." + key)),
                18,
                value);
    }
}
