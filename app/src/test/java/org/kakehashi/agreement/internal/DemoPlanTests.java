package org.kakehashi.agreement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Annex.Waiver;
import org.kakehashi.agreement.ContentCheck;
import org.kakehashi.agreement.Signature;
import org.kakehashi.agreement.Term.Kind;
import org.kakehashi.agreement.internal.DemoPlan.DemoUnit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText.Precision;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.organization.internal.DemoPartnerFile;

class DemoPlanTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<AgreementContent> ALL = plan(TODAY);

    @Test
    void isTheSameForTheSameDay() {
        assertThat(plan(TODAY)).isEqualTo(ALL);
    }

    @Test
    void hasSeveralHundredAgreementsLittleLessThanHalfOfThemOfTheUniversity() {
        assertThat(ALL).hasSizeBetween(440, 480);
        assertThat(share(one -> one.level() == Level.UNIVERSITY)).isBetween(0.40, 0.50);
        assertThat(share(one -> one.visibility() == AgreementContent.Visibility.PUBLIC))
                .isBetween(0.75, 0.9);
    }

    @Test
    void growsOverTheFiscalYears() {
        Map<Integer, Long> byYear =
                ALL.stream()
                        .map(one -> one.term().start().date())
                        .filter(Objects::nonNull)
                        .collect(
                                Collectors.groupingBy(
                                        date -> FiscalYear.of(date).year(), Collectors.counting()));
        for (int year = 2005; year <= 2026; year++) {
            assertThat(byYear).containsKey(year);
        }
        assertThat(between(byYear, 2015, 2019)).isGreaterThan(between(byYear, 2005, 2009));
        assertThat(between(byYear, 2020, 2021)).isLessThan(between(byYear, 2018, 2019));
    }

    @Test
    void hasEveryKindOfTermAndDate() {
        assertThat(ALL).extracting(one -> one.term().kind()).contains(Kind.values());
        assertThat(ALL)
                .extracting(one -> one.term().start().precision())
                .contains(Precision.values());
        assertThat(ALL).anyMatch(one -> one.term().renewal().pending());
        assertThat(ALL).anyMatch(AgreementContent::proposed);
        assertThat(ALL).anyMatch(one -> one.ending() != null);
    }

    @Test
    void hasSeveralPartnersUnitsAndMemoranda() {
        assertThat(ALL).anyMatch(one -> one.parties().size() > 2);
        assertThat(ALL).anyMatch(one -> one.homeUnits().size() > 1);
        assertThat(ALL).anyMatch(one -> one.parties().getFirst().organization() == null);
        List<Annex> annexes = ALL.stream().flatMap(one -> one.annexes().stream()).toList();
        assertThat(annexes).extracting(Annex::tuitionWaiver).contains(Waiver.values());
        assertThat(annexes).anyMatch(annex -> annex.quotaIn() == null);
        assertThat(ALL).extracting(one -> one.title().parity()).contains(Bilingual.Parity.values());
    }

    @Test
    void whoSignsIsVisiblyInvented() {
        List<Signature> signatures =
                ALL.stream().flatMap(one -> one.signatures().stream()).toList();
        assertThat(signatures).hasSizeGreaterThan(100);
        assertThat(signatures)
                .allSatisfy(one -> assertThat(one.who()).containsPattern("見本|架空|Mihon|Kakuu"));
        assertThat(signatures)
                .allSatisfy(one -> assertThat(one.on().date()).isBeforeOrEqualTo(TODAY));
    }

    @Test
    void isWhatAPersonWouldType() {
        assertThat(ALL).allSatisfy(one -> assertThat(ContentCheck.doubtful(one)).isEmpty());
    }

    @Test
    void doesNotGrowOld() {
        for (LocalDate day :
                List.of(
                        LocalDate.of(2027, 4, 1),
                        LocalDate.of(2028, 2, 29),
                        LocalDate.of(2035, 3, 31))) {
            List<AgreementContent> later = plan(day);
            assertThat(later).hasSizeBetween(440, 480);
            assertThat(later).allSatisfy(one -> assertThat(ContentCheck.doubtful(one)).isEmpty());
            assertThat(later.stream().filter(AgreementContent::proposed).count()).isPositive();
            assertThat(later.stream().filter(one -> endsWithinAYear(one, day)).count())
                    .isBetween(15L, 120L);
        }
    }

    private static boolean endsWithinAYear(AgreementContent one, LocalDate day) {
        LocalDate end = one.term().end().lastDay();
        return !one.term().goesOn()
                && end != null
                && !end.isBefore(day)
                && end.isBefore(day.plusYears(1));
    }

    private static double share(java.util.function.Predicate<AgreementContent> which) {
        return ALL.stream().filter(which).count() / (double) ALL.size();
    }

    private static long between(Map<Integer, Long> byYear, int from, int to) {
        return byYear.entrySet().stream()
                .filter(entry -> entry.getKey() >= from && entry.getKey() <= to)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static List<AgreementContent> plan(LocalDate day) {
        List<DemoPartner> partners = new ArrayList<>();
        DemoPartnerFile.read()
                .forEach(line ->
                        partners.add(
                                new DemoPartner(
                                        UUID.nameUUIDFromBytes(line.rorId().getBytes()),
                                        line.rorId(),
                                        line.name(),
                                        line.country(),
                                        line.city())));
        Map<String, DemoUnit> units = new LinkedHashMap<>();
        for (String code :
                "HQ LET EDU LAW ECO SCI MED DEN PHA ENG AGR INF ENV IMR DIS HOS LIB".split(" ")) {
            units.put(
                    code,
                    new DemoUnit(
                            UUID.nameUUIDFromBytes(code.getBytes()), new Bilingual(code, code)));
        }
        return new DemoPlan(day, partners, units).all();
    }
}
