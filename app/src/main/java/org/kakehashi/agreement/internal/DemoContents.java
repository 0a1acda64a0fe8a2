package org.kakehashi.agreement.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.AgreementContent.Visibility;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Annex.QuotaUnit;
import org.kakehashi.agreement.Annex.Waiver;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;

/// What an invented agreement is about, with its memoranda.
final class DemoContents {
    private static final Bilingual NOTHING = new Bilingual(null, null);
    private static final Set<String> EUROPE =
            Set.of(
                    "DE", "FR", "IT", "ES", "PT", "NL", "BE", "AT", "SE", "FI", "DK", "PL", "CZ",
                    "HU", "SI", "BG", "GR", "IE", "EE", "LV", "LT");

    private final Dice dice;
    private final DemoText text;

    DemoContents(Dice dice, DemoText text) {
        this.dice = dice;
        this.text = text;
    }

    AgreementContent make(
            Level level,
            DemoTerms.Course course,
            List<Party> parties,
            List<HomeUnit> units,
            @Nullable DemoPartner partner,
            Bilingual unit,
            Visibility visibility) {
        List<String> kinds = kinds(level, parties.size(), partner);
        Bilingual name = partner == null ? written(parties.getFirst()) : partner.name();
        return new AgreementContent(
                text.title(unit, name, kinds.contains("student_exchange")),
                level,
                kinds,
                visibility,
                course.proposed(),
                course.term(),
                course.ending(),
                parties,
                units,
                annexes(kinds, course),
                course.proposed()
                        ? List.of()
                        : text.signatures(
                                level == Level.UNIVERSITY,
                                course.begun(),
                                partner == null ? null : partner.city()),
                languages(partner),
                NOTHING);
    }

    private static Bilingual written(Party party) {
        return new Bilingual(party.written(), party.written());
    }

    private List<String> kinds(Level level, int parties, @Nullable DemoPartner partner) {
        Set<String> kinds = new LinkedHashSet<>();
        boolean exchange = dice.chance(level == Level.UNIVERSITY ? 0.62 : 0.48);
        if (!exchange || dice.chance(0.85)) {
            kinds.add("academic");
        }
        if (exchange) {
            kinds.add("student_exchange");
        }
        maybe(kinds, 0.08, "staff_exchange");
        maybe(kinds, 0.05, "joint_research");
        maybe(kinds, 0.05, "double_degree");
        maybe(kinds, 0.04, "short_programme");
        maybe(kinds, 0.02, "joint_supervision");
        maybe(kinds, 0.015, "joint_laboratory");
        maybe(kinds, 0.02, "internship");
        if (partner != null && EUROPE.contains(partner.country())) {
            maybe(kinds, 0.12, "erasmus");
        }
        if (level == Level.UNIVERSITY) {
            maybe(kinds, 0.04, "strategic_partnership");
            maybe(kinds, 0.04, "administrative_staff_exchange");
        }
        if (parties > 1) {
            kinds.add("consortium_member");
        }
        return List.copyOf(kinds);
    }

    private void maybe(Set<String> kinds, double probability, String kind) {
        if (dice.chance(probability)) {
            kinds.add(kind);
        }
    }

    private List<Annex> annexes(List<String> kinds, DemoTerms.Course course) {
        List<Annex> annexes = new ArrayList<>();
        for (String kind : List.of("student_exchange", "double_degree")) {
            if (kinds.contains(kind) && !course.proposed() && dice.chance(0.9)) {
                annexes.add(annex(kind, course));
            }
        }
        return annexes;
    }

    /// Places are equal in both directions for most; a sixth of the memoranda leaves them open.
    private Annex annex(String kind, DemoTerms.Course course) {
        boolean stated = dice.chance(0.84);
        int places = dice.weighted(List.of(1, 2, 3, 4, 5, 10), n -> n == 2 ? 5 : n < 4 ? 3 : 1);
        int share = dice.between(0, 99);
        Waiver waiver = share < 74 ? Waiver.YES : share < 82 ? Waiver.NO : Waiver.UNKNOWN;
        return new Annex(
                kind,
                text.annexTitle(kind),
                stated ? Integer.valueOf(places) : null,
                stated ? Integer.valueOf(dice.chance(0.9) ? places : places + 1) : null,
                stated
                        ? dice.chance(0.85)
                                ? QuotaUnit.PERSONS_PER_YEAR
                                : QuotaUnit.SEMESTERS_PER_YEAR
                        : QuotaUnit.UNKNOWN,
                waiver,
                course.term().start(),
                DateText.NONE,
                NOTHING);
    }

    private List<String> languages(@Nullable DemoPartner partner) {
        int share = dice.between(0, 99);
        if (share < 55) {
            return List.of("en");
        }
        if (share < 75) {
            return List.of("ja", "en");
        }
        if (partner != null && share < 88) {
            return switch (partner.country()) {
                case "CN", "TW" -> List.of("ja", "zh");
                case "KR" -> List.of("ja", "ko");
                case "DE", "AT" -> List.of("ja", "de");
                case "FR" -> List.of("ja", "fr");
                default -> List.of("en");
            };
        }
        return List.of();
    }
}
