package org.kakehashi.agreement.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.AgreementContent.Visibility;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.kernel.Bilingual;

/// Invents the agreements of the demonstration: the same ones for the same day. The institutions
/// exist, the agreements do not.
final class DemoPlan {
    private static final long SEED = 20_261_121;
    private static final int UNIVERSITY_LEVEL = 205;
    private static final int DEPARTMENT_LEVEL = 250;
    private static final Bilingual NOTHING = new Bilingual(null, null);

    /// How often a unit concludes agreements of its own.
    private static final Map<String, Integer> ACTIVITY =
            Map.ofEntries(
                    Map.entry("ENG", 44),
                    Map.entry("SCI", 26),
                    Map.entry("MED", 24),
                    Map.entry("AGR", 22),
                    Map.entry("LET", 20),
                    Map.entry("IMR", 18),
                    Map.entry("ECO", 16),
                    Map.entry("INF", 16),
                    Map.entry("DIS", 14),
                    Map.entry("ENV", 13),
                    Map.entry("DEN", 12),
                    Map.entry("LAW", 11),
                    Map.entry("EDU", 10),
                    Map.entry("PHA", 10),
                    Map.entry("HOS", 2),
                    Map.entry("LIB", 2));

    /// Institutions that no registry knows: the demonstration's unanswered questions.
    private static final List<Party> UNRECOGNISED =
            List.of(
                    Party.written("Mihon Institute of Imaginary Sciences", "KE"),
                    Party.written("架空医科薬科大学", "VN"),
                    Party.written("Kakuu State Polytechnic", "US"),
                    Party.written("Universidad Mihon del Sur", "PE"),
                    Party.written("見本国際交流財団", null),
                    Party.written("Kakuu Research Centre for Ocean Studies", "ID"));

    private final Dice dice = new Dice(SEED);
    private final DemoTerms terms;
    private final DemoText text = new DemoText(dice);
    private final DemoContents contents = new DemoContents(dice, text);
    private final List<DemoPartner> partners;
    private final Map<String, DemoUnit> units;
    private final List<String> active;
    private final Map<String, Integer> perCountry = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /// One of our units.
    record DemoUnit(UUID id, Bilingual name) {}

    /// @param partners in a fixed order
    /// @param units by code; `HQ` and those in [#ACTIVITY] that exist are used
    DemoPlan(LocalDate today, List<DemoPartner> partners, Map<String, DemoUnit> units) {
        this.terms = new DemoTerms(dice, today);
        this.partners = partners;
        this.units = units;
        this.active = ACTIVITY.keySet().stream().filter(units::containsKey).sorted().toList();
        partners.forEach(one -> perCountry.merge(one.country(), 1, Integer::sum));
    }

    List<AgreementContent> all() {
        List<AgreementContent> all = new ArrayList<>();
        Set<DemoPartner> university = universityPartners();
        for (DemoPartner partner : university) {
            all.add(universityLevel(partner));
        }
        for (int i = 0; i < DEPARTMENT_LEVEL; i++) {
            String unit = dice.weighted(active, ACTIVITY::get);
            DemoPartner partner = free(unit, university);
            all.add(departmentLevel(unit, party(partner, unit), partner));
        }
        for (Party party : UNRECOGNISED) {
            String unit = dice.one(active);
            all.add(departmentLevel(unit, party, null));
        }
        return all;
    }

    /// One of every country first, then more where there are more.
    private Set<DemoPartner> universityPartners() {
        Set<DemoPartner> chosen = new LinkedHashSet<>();
        Set<String> countries = new HashSet<>();
        for (DemoPartner partner : partners) {
            if (countries.add(partner.country())) {
                chosen.add(partner);
            }
        }
        while (chosen.size() < Math.min(UNIVERSITY_LEVEL, partners.size())) {
            chosen.add(dice.weighted(partners, this::attraction));
        }
        return chosen;
    }

    private double attraction(DemoPartner partner) {
        return Math.sqrt(perCountry.getOrDefault(partner.country(), 1));
    }

    /// A partner this unit has no agreement with yet.
    private DemoPartner free(String unit, Set<DemoPartner> university) {
        DemoPartner partner;
        do {
            partner =
                    dice.weighted(
                            partners, one -> attraction(one) * (university.contains(one) ? 1 : 2));
        } while (!taken.add(unit + partner.id()));
        return partner;
    }

    private AgreementContent universityLevel(DemoPartner partner) {
        String unit = dice.chance(0.55) ? "HQ" : dice.weighted(active, ACTIVITY::get);
        List<Party> parties = new ArrayList<>(List.of(Party.of(partner.id())));
        if (dice.chance(0.05)) {
            companions(partner).forEach(one -> parties.add(Party.of(one.id())));
        }
        return contents.make(
                Level.UNIVERSITY,
                terms.next(),
                parties,
                homeUnits(unit, 0.3),
                partner,
                NOTHING,
                visibility());
    }

    private AgreementContent departmentLevel(
            String unit, Party party, @Nullable DemoPartner partner) {
        List<Party> parties = new ArrayList<>(List.of(party));
        if (partner != null && dice.chance(0.04)) {
            companions(partner).forEach(one -> parties.add(Party.of(one.id())));
        }
        return contents.make(
                Level.DEPARTMENT,
                terms.next(),
                parties,
                homeUnits(unit, 0.12),
                partner,
                units.get(unit) == null ? NOTHING : units.get(unit).name(),
                visibility());
    }

    /// One to three more institutions of the same country, or none where there are no others.
    private List<DemoPartner> companions(DemoPartner partner) {
        List<DemoPartner> near =
                partners.stream()
                        .filter(one -> one.country().equals(partner.country()) && one != partner)
                        .toList();
        Set<DemoPartner> chosen = new LinkedHashSet<>();
        for (int i = dice.between(1, 3); i > 0 && !near.isEmpty(); i--) {
            chosen.add(dice.one(near));
        }
        return List.copyOf(chosen);
    }

    private Party party(DemoPartner partner, String unit) {
        return new Party(partner.id(), "", null, null, text.faculty(unit), null, null);
    }

    private List<HomeUnit> homeUnits(String responsible, double more) {
        Set<String> codes = new LinkedHashSet<>();
        if (dice.chance(more)) {
            for (int i = dice.between(1, 2); i > 0; i--) {
                codes.add(dice.weighted(active, ACTIVITY::get));
            }
        }
        codes.remove(responsible);
        List<HomeUnit> all = new ArrayList<>();
        all.add(HomeUnit.responsible(idOf(responsible)));
        codes.forEach(code -> all.add(new HomeUnit(idOf(code), "", HomeUnit.Role.RELATED)));
        return all;
    }

    private UUID idOf(String code) {
        DemoUnit unit = units.get(code);
        if (unit == null) {
            throw new IllegalStateException("The demonstration has no unit " + code);
        }
        return unit.id();
    }

    private Visibility visibility() {
        int share = dice.between(0, 99);
        return share < 82
                ? Visibility.PUBLIC
                : share < 97 ? Visibility.MEMBERS : Visibility.RESTRICTED;
    }
}
