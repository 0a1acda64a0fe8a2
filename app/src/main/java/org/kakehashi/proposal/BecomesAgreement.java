package org.kakehashi.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Signature;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;
import org.kakehashi.proposal.ProposalContent.Conditions;
import org.kakehashi.ui.Messages;

/// What a signed proposal says, as the content of the agreement it becomes.
final class BecomesAgreement {
    private static final String STUDENT_EXCHANGE = "student_exchange";
    private static final Bilingual NOTHING = new Bilingual(null, null);

    private BecomesAgreement() {}

    /// @param from the day it comes into force
    static AgreementContent content(Proposal proposal, List<Signing> signed, LocalDate from) {
        ProposalContent content = proposal.content();
        return new AgreementContent(
                content.aim().title(),
                content.aim().level(),
                content.aim().kinds(),
                AgreementContent.Visibility.MEMBERS,
                false,
                term(content.conditions(), from),
                null,
                List.of(party(content.partner())),
                units(content.aim().units()),
                annexes(content),
                signed.stream().map(BecomesAgreement::signature).toList(),
                content.conditions().languages(),
                new Bilingual(note(proposal, Locale.JAPANESE), note(proposal, Locale.ENGLISH)));
    }

    private static String note(Proposal proposal, Locale locale) {
        return Messages.text(locale, "proposal.note", Map.of("number", proposal.number()));
    }

    private static Term term(Conditions conditions, LocalDate from) {
        LocalDate last = conditions.lastDay(from);
        Term.Kind kind =
                switch (conditions.term()) {
                    case YEARS, UNTIL -> Term.Kind.FIXED;
                    case ENDLESS -> Term.Kind.ENDLESS;
                    case UNKNOWN -> Term.Kind.UNKNOWN;
                };
        return new Term(
                kind,
                day(from),
                day(last),
                null,
                new Term.Renewal(
                        conditions.renewal(),
                        conditions.renewal() == Term.RenewalMode.AUTOMATIC
                                ? conditions.years()
                                : null,
                        conditions.noticeMonths(),
                        false));
    }

    private static Party party(ProposalContent.Partner partner) {
        return new Party(partner.organization(), "", null, null, partner.unit(), null, null);
    }

    private static List<HomeUnit> units(List<UUID> ids) {
        List<HomeUnit> all = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            all.add(
                    i == 0
                            ? HomeUnit.responsible(ids.get(i))
                            : new HomeUnit(ids.get(i), "", HomeUnit.Role.RELATED));
        }
        return all;
    }

    /// Places that were agreed make the memorandum on student exchange; what it says besides is
    /// filled in there.
    private static List<Annex> annexes(ProposalContent content) {
        Conditions conditions = content.conditions();
        boolean places = conditions.placesIn() != null || conditions.placesOut() != null;
        if (!places || !content.aim().kinds().contains(STUDENT_EXCHANGE)) {
            return List.of();
        }
        return List.of(
                new Annex(
                        STUDENT_EXCHANGE,
                        NOTHING,
                        conditions.placesIn(),
                        conditions.placesOut(),
                        Annex.QuotaUnit.PERSONS_PER_YEAR,
                        Annex.Waiver.UNKNOWN,
                        DateText.NONE,
                        DateText.NONE,
                        NOTHING));
    }

    private static Signature signature(Signing one) {
        return new Signature(
                one.side() == Signing.Side.HOME ? Signature.Side.HOME : Signature.Side.PARTNER,
                one.who(),
                one.role(),
                day(one.on()),
                one.place());
    }

    private static DateText day(@Nullable LocalDate day) {
        return day == null ? DateText.NONE : DateText.day(day, day.toString());
    }
}
