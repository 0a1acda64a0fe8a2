package org.kakehashi.mobility;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.Digests;

/// Places given to applicants: deferred acceptance with quotas (Gale and Shapley 1962), applicants
/// proposing. Nobody envies somebody with a lower rank a place, no place stays empty that somebody
/// wants, and nobody gains by stating other wishes than their own. Scores and choices are all that
/// enters; ties are broken by a lottery whose seed is published beforehand, so that everybody can
/// reckon it again.
public final class Allocation {
    /// @param choices places in the order wished for
    /// @param scores by place, from published criteria; without one the applicant is not eligible
    public record Applicant(String id, List<String> choices, Map<String, Integer> scores) {
        public Applicant {
            choices = List.copyOf(choices);
            scores = Map.copyOf(scores);
        }
    }

    /// Who was given which place, and why.
    ///
    /// @param given by applicant; absent where there was none
    /// @param cutOffs rank of the last one admitted where a place is full
    public record Outcome(
            Map<String, String> given,
            Map<String, Rank> cutOffs,
            Map<String, List<Reason>> reasons) {}

    /// What decides between two applicants at a place: the score, then the number drawn.
    public record Rank(int score, String lot) implements Comparable<Rank> {
        @Override
        public int compareTo(Rank other) {
            int byScore = Integer.compare(other.score, score);
            return byScore != 0 ? byScore : lot.compareTo(other.lot);
        }
    }

    public enum Why implements Coded {
        /// This is the place.
        GIVEN,
        /// Everybody admitted has a higher score.
        SCORE,
        /// The same score as the last one admitted; the lottery decided.
        LOTTERY,
        NOT_ELIGIBLE,
        NO_PLACES
    }

    /// Why this choice was given or not.
    ///
    /// @param own rank of the applicant; null where not eligible
    /// @param last rank of the last one admitted; null where the place is not full
    public record Reason(String place, Why why, @Nullable Rank own, @Nullable Rank last) {}

    private final Map<String, Integer> quotas;
    private final String seed;

    /// @param quotas places by destination
    /// @param seed published before the applications close
    public Allocation(Map<String, Integer> quotas, String seed) {
        this.quotas = Map.copyOf(quotas);
        this.seed = seed;
    }

    private record Holding(Applicant applicant, Rank rank) {}

    /// The same whatever the order in which applicants are given.
    public Outcome of(List<Applicant> applicants) {
        Map<String, PriorityQueue<Holding>> held = new HashMap<>();
        Map<String, Integer> next = new HashMap<>();
        ArrayDeque<Applicant> free = new ArrayDeque<>(applicants);
        while (!free.isEmpty()) {
            Applicant one = free.pop();
            int wish = next.merge(one.id(), 1, Integer::sum) - 1;
            if (wish >= one.choices().size()) {
                continue;
            }
            String place = one.choices().get(wish);
            Rank rank = rank(one, place);
            int quota = quotas.getOrDefault(place, 0);
            if (rank == null || quota == 0) {
                free.push(one);
                continue;
            }
            PriorityQueue<Holding> there =
                    held.computeIfAbsent(
                            place,
                            any ->
                                    new PriorityQueue<>(
                                            Comparator.comparing(Holding::rank).reversed()));
            there.add(new Holding(one, rank));
            if (there.size() > quota) {
                free.push(there.remove().applicant());
            }
        }
        return outcome(applicants, held);
    }

    private Outcome outcome(List<Applicant> applicants, Map<String, PriorityQueue<Holding>> held) {
        Map<String, String> given = new HashMap<>();
        Map<String, Rank> cutOffs = new HashMap<>();
        held.forEach((place, there) -> {
            there.forEach(one -> given.put(one.applicant().id(), place));
            Holding last = there.peek();
            if (last != null && there.size() == quotas.getOrDefault(place, 0)) {
                cutOffs.put(place, last.rank());
            }
        });
        Map<String, List<Reason>> reasons = new LinkedHashMap<>();
        applicants.forEach(one -> reasons.put(one.id(), reasons(one, given, cutOffs)));
        return new Outcome(Map.copyOf(given), Map.copyOf(cutOffs), reasons);
    }

    /// Up to the place given, or all choices where there was none.
    private List<Reason> reasons(
            Applicant one, Map<String, String> given, Map<String, Rank> cutOffs) {
        List<Reason> reasons = new ArrayList<>();
        for (String place : one.choices()) {
            Rank own = rank(one, place);
            Rank last = cutOffs.get(place);
            if (place.equals(given.get(one.id()))) {
                reasons.add(new Reason(place, Why.GIVEN, own, last));
                return reasons;
            }
            Why why =
                    own == null
                            ? Why.NOT_ELIGIBLE
                            : quotas.getOrDefault(place, 0) == 0
                                    ? Why.NO_PLACES
                                    : last != null && last.score() == own.score()
                                            ? Why.LOTTERY
                                            : Why.SCORE;
            reasons.add(new Reason(place, why, own, last));
        }
        return reasons;
    }

    private @Nullable Rank rank(Applicant one, String place) {
        Integer score = one.scores().get(place);
        return score == null ? null : new Rank(score, lot(one.id()));
    }

    private final Map<String, String> lots = new HashMap<>();

    /// The number drawn: SHA-256 of seed and applicant, the lower the better.
    public String lot(String applicant) {
        return lots.computeIfAbsent(
                applicant,
                any ->
                        HexFormat.of()
                                .formatHex(
                                        Digests.sha256(
                                                (seed + "\n" + applicant)
                                                        .getBytes(StandardCharsets.UTF_8))));
    }
}
