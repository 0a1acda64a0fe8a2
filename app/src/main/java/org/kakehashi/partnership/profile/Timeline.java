package org.kakehashi.partnership.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Annex;
import org.kakehashi.compliance.Examination;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.profile.PartnerEvent.Kind;

/// Twenty years with a partner: what began and ended, who came and went, what was said.
public record Timeline(List<PartnerEvent> events, FiscalYear first, FiscalYear last) {
    /// How many fiscal years it looks back, this one among them.
    public static final int YEARS = 20;

    public Timeline {
        events = List.copyOf(events);
    }

    /// The latest first.
    public static Timeline of(PartnerRecord record) {
        FiscalYear last = FiscalYear.of(record.today());
        FiscalYear first = last.plus(1 - YEARS);
        List<PartnerEvent> events = new ArrayList<>();
        record.agreements().forEach(one -> agreement(events, one, record.today()));
        record.visits().forEach(one -> visit(events, one));
        record.news()
                .forEach(one ->
                        add(
                                events,
                                DateText.day(one.on(), ""),
                                Kind.NEWS,
                                one.title(),
                                one.source()));
        List<Examination> examinations = record.examinations();
        if (examinations != null) {
            examinations.forEach(one ->
                    add(
                            events,
                            DateText.day(one.on(), ""),
                            Kind.EXAMINED,
                            new Bilingual(null, null),
                            record.partner().href() + "/due-diligence"));
        }
        events.removeIf(one -> one.day().isBefore(first.start()));
        events.sort(Comparator.comparing(PartnerEvent::day).reversed());
        return new Timeline(events, first, last);
    }

    /// How many of this kind in a fiscal year.
    public long count(Kind kind, int year) {
        return events.stream()
                .filter(one -> one.kind() == kind && FiscalYear.of(one.day()).year() == year)
                .count();
    }

    private static void agreement(List<PartnerEvent> events, Agreement agreement, LocalDate today) {
        AgreementContent content = agreement.content();
        String href = "/agreements/" + agreement.id();
        Bilingual about = about(agreement);
        if (!content.proposed()) {
            add(events, content.term().start(), Kind.AGREEMENT_BEGAN, about, href);
        }
        if (content.ending() != null) {
            add(events, content.ending().on(), Kind.AGREEMENT_ENDED, about, href);
        } else if (!content.term().goesOn()) {
            LocalDate end = content.term().end().lastDay();
            if (end != null && !end.isBefore(today)) {
                add(events, content.term().end(), Kind.AGREEMENT_ENDS, about, href);
            } else if (end != null) {
                add(events, content.term().end(), Kind.AGREEMENT_ENDED, about, href);
            }
        }
        for (Annex annex : content.annexes()) {
            if (!annex.start().equals(content.term().start())) {
                add(events, annex.start(), Kind.MEMORANDUM_BEGAN, about, href);
            }
        }
    }

    /// The number, and the title where there is one.
    private static Bilingual about(Agreement agreement) {
        Bilingual title = agreement.content().title();
        return new Bilingual(
                joined(agreement.number(), title.ja()), joined(agreement.number(), title.en()));
    }

    private static String joined(String number, @Nullable String title) {
        return title == null ? number : number + " " + title;
    }

    private static void visit(List<PartnerEvent> events, Visit visit) {
        add(
                events,
                DateText.day(visit.from(), ""),
                visit.direction() == Visit.Direction.INBOUND ? Kind.VISIT_IN : Kind.VISIT_OUT,
                visit.purpose(),
                "/visits/" + visit.id());
    }

    private static void add(
            List<PartnerEvent> events,
            DateText on,
            Kind kind,
            Bilingual about,
            @Nullable String href) {
        LocalDate day = on.date();
        if (day != null) {
            events.add(new PartnerEvent(on, day, kind, about, href));
        }
    }
}
