package org.kakehashi.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kakehashi.mobility.Allocation.Applicant;
import org.kakehashi.mobility.Allocation.Outcome;
import org.kakehashi.mobility.Allocation.Rank;
import org.kakehashi.mobility.Allocation.Why;

/// What must hold of every allocation, on random cases; a failing one is named by its seed.
class AllocationTests {
    private static final int CASES = 2_000;

    @Test
    void noJustifiedEnvyNoWasteQuotasKept() {
        for (int seed = 0; seed < CASES; seed++) {
            Case one = new Case(seed);
            Outcome outcome = one.allocate(one.applicants);
            Map<String, Integer> filled = new HashMap<>();
            outcome.given().values().forEach(place -> filled.merge(place, 1, Integer::sum));
            filled.forEach((place, n) ->
                    assertThat(n)
                            .as("quota of %s in case %s", place, one)
                            .isLessThanOrEqualTo(one.quotas.get(place)));
            for (Applicant applicant : one.applicants) {
                String given = outcome.given().get(applicant.id());
                assertThat(given == null || applicant.scores().containsKey(given)).isTrue();
                for (String place : applicant.choices()) {
                    if (place.equals(given)) {
                        break;
                    }
                    if (!applicant.scores().containsKey(place)) {
                        continue;
                    }
                    assertThat(filled.getOrDefault(place, 0))
                            .as(
                                    "%s wants %s, which is not full, in case %s",
                                    applicant.id(), place, one)
                            .isEqualTo(one.quotas.getOrDefault(place, 0));
                    one.applicants.stream()
                            .filter(other -> place.equals(outcome.given().get(other.id())))
                            .forEach(other ->
                                    assertThat(one.rank(other, place))
                                            .as(
                                                    "%s envies %s in case %s",
                                                    applicant.id(), other.id(), one)
                                            .isLessThan(one.rank(applicant, place)));
                }
            }
        }
    }

    @Test
    void truthfulRankingNeverHurts() {
        for (int seed = 0; seed < CASES; seed++) {
            Case one = new Case(seed);
            Random random = new Random(seed * 31L + 7);
            Applicant honest = one.applicants.get(random.nextInt(one.applicants.size()));
            int truth = place(honest, one.allocate(one.applicants).given().get(honest.id()));
            for (int lie = 0; lie < 4; lie++) {
                List<String> choices = new ArrayList<>(one.quotas.keySet());
                Collections.shuffle(choices, random);
                Applicant liar =
                        new Applicant(
                                honest.id(),
                                choices.subList(0, random.nextInt(choices.size() + 1)),
                                honest.scores());
                List<Applicant> all = new ArrayList<>(one.applicants);
                all.replaceAll(each -> each.id().equals(honest.id()) ? liar : each);
                int gained = place(honest, one.allocate(all).given().get(honest.id()));
                assertThat(gained)
                        .as("%s gains by %s in case %s", honest, liar.choices(), one)
                        .isGreaterThanOrEqualTo(truth);
            }
        }
    }

    /// Where the place stands in the true wishes; one not wished for is as bad as none.
    private static int place(Applicant applicant, String given) {
        int at = given == null ? -1 : applicant.choices().indexOf(given);
        return at < 0 ? applicant.choices().size() : at;
    }

    @Test
    void theOrderOfApplicationsDoesNotMatterAndTheSeedDecidesTiesOnly() {
        for (int seed = 0; seed < 300; seed++) {
            Case one = new Case(seed);
            List<Applicant> shuffled = new ArrayList<>(one.applicants);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(one.allocate(shuffled).given())
                    .as("case %s", one)
                    .isEqualTo(one.allocate(one.applicants).given());
        }
    }

    @Test
    void everyAnswerIsExplained() {
        Allocation allocation = new Allocation(Map.of("A", 1, "B", 1, "C", 0), "published");
        Applicant best = new Applicant("best", List.of("A"), Map.of("A", 90));
        Applicant second =
                new Applicant(
                        "second", List.of("C", "D", "A", "B"), Map.of("A", 80, "B", 70, "C", 70));
        Outcome outcome = allocation.of(List.of(second, best));
        assertThat(outcome.given()).containsEntry("best", "A").containsEntry("second", "B");
        assertThat(outcome.reasons().get("second"))
                .extracting(Allocation.Reason::why)
                .containsExactly(Why.NO_PLACES, Why.NOT_ELIGIBLE, Why.SCORE, Why.GIVEN);
        assertThat(outcome.reasons().get("second").get(2).last())
                .isEqualTo(new Rank(90, allocation.lot("best")));
        Applicant equal = new Applicant("equal", List.of("A"), Map.of("A", 90));
        Outcome drawn = allocation.of(List.of(best, equal));
        String loser =
                allocation.lot("best").compareTo(allocation.lot("equal")) < 0 ? "equal" : "best";
        assertThat(drawn.reasons().get(loser).getFirst().why()).isEqualTo(Why.LOTTERY);
    }

    @Test
    void fiveThousandApplicantsWithTenChoicesTakeLessThanASecond() {
        Random random = new Random(5_000);
        Map<String, Integer> quotas = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            quotas.put("P" + i, 1 + random.nextInt(20));
        }
        List<Applicant> applicants = new ArrayList<>();
        List<String> places = new ArrayList<>(quotas.keySet());
        for (int i = 0; i < 5_000; i++) {
            Collections.shuffle(places, random);
            Map<String, Integer> scores = new HashMap<>();
            places.subList(0, 10).forEach(place -> scores.put(place, random.nextInt(20)));
            applicants.add(new Applicant("S" + i, places.subList(0, 10), scores));
        }
        new Allocation(quotas, "warm").of(applicants);
        long before = System.nanoTime();
        Outcome outcome = new Allocation(quotas, "seed").of(applicants);
        long milliseconds = (System.nanoTime() - before) / 1_000_000;
        assertThat(outcome.given()).isNotEmpty();
        assertThat(milliseconds).as("milliseconds").isLessThanOrEqualTo(1_000);
    }

    private static final class Case {
        final int seed;
        final Map<String, Integer> quotas = new HashMap<>();
        final List<Applicant> applicants = new ArrayList<>();
        final Allocation allocation;

        Case(int seed) {
            this.seed = seed;
            Random random = new Random(seed);
            int places = 1 + random.nextInt(6);
            for (int i = 0; i < places; i++) {
                quotas.put("P" + i, random.nextInt(4));
            }
            int count = 1 + random.nextInt(14);
            for (int i = 0; i < count; i++) {
                List<String> choices = new ArrayList<>(quotas.keySet());
                Collections.shuffle(choices, random);
                Map<String, Integer> scores = new HashMap<>();
                for (String place : quotas.keySet()) {
                    if (random.nextInt(6) > 0) {
                        scores.put(place, random.nextInt(4));
                    }
                }
                applicants.add(
                        new Applicant(
                                "S" + i,
                                choices.subList(0, random.nextInt(choices.size() + 1)),
                                scores));
            }
            allocation = new Allocation(quotas, "seed " + seed);
        }

        Outcome allocate(List<Applicant> all) {
            return allocation.of(all);
        }

        Rank rank(Applicant applicant, String place) {
            return new Rank(applicant.scores().get(place), allocation.lot(applicant.id()));
        }

        @Override
        public String toString() {
            return seed + " " + quotas + " " + applicants;
        }
    }
}
