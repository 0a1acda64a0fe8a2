package org.kakehashi.access.web;

import java.util.Map;
import java.util.Optional;
import org.kakehashi.access.SupportView;
import org.kakehashi.access.internal.SupportSession;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Viewing;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.PageBanner;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Says above every page whose eyes one looks through, until when, and ends it.
@Component
class SupportBanner implements PageBanner {
    private final SupportSession session;

    SupportBanner(SupportSession session) {
        this.session = session;
    }

    @Override
    public Optional<Banner> banner() {
        if (Viewing.viewer().isEmpty()
                || !(RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes request)) {
            return Optional.empty();
        }
        return session.view(request.getRequest()).map(SupportBanner::banner);
    }

    private static Banner banner(SupportView view) {
        return new Banner(
                Messages.text(
                        Text.locale(),
                        "access.support.banner",
                        Map.of(
                                "name",
                                Text.t(CurrentUser.get().name()),
                                "until",
                                Dates.moment(view.until().atOffset(java.time.ZoneOffset.UTC)))),
                SupportSession.END,
                Text.t("access.support.end"));
    }
}
