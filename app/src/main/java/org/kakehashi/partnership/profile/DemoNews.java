package org.kakehashi.partnership.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.organization.DemoPartners;
import org.kakehashi.organization.OrganizationRef;
import org.springframework.stereotype.Component;

/// Invented news of the first partners of the demonstration.
@Component
class DemoNews implements DemoData {
    private static final int PARTNERS = 6;

    private final PartnerNews news;
    private final DemoPartners partners;
    private final Clock clock;

    DemoNews(PartnerNews news, DemoPartners partners, Clock clock) {
        this.news = news;
        this.partners = partners;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 42;
    }

    @Override
    public void fill() {
        LocalDate today = LocalDate.now(clock);
        List<OrganizationRef> known = partners.list();
        for (int i = 0; i < Math.min(PARTNERS, known.size()); i++) {
            news.add(
                    new News(
                            null,
                            known.get(i).id(),
                            today.minusDays(30L * i + 12),
                            new Bilingual(
                                    "【見本】新しい学長が就任しました。",
                                    "(Sample) A new president has taken office."),
                            "https://example.org/news/" + (i + 1),
                            0));
        }
    }
}
