package org.kakehashi.bench.resolver;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Decision;
import org.kakehashi.resolver.Mention;
import org.kakehashi.resolver.Resolution;

/// Counts right and wrong answers. An organization and the active one that alone continues it count
/// as the same.
final class Score {

    private final UnaryOperator<String> current;
    private int strings;
    private int labels;
    private int certain;
    private int right;
    private int found;
    private int exact;
    private int top1;
    private int top5;

    Score(UnaryOperator<String> current) {
        this.current = current;
    }

    /// @return whether every certain decision is right
    boolean add(Truth truth, Resolution answer) {
        Set<String> wanted = truth.ids().stream().map(current).collect(Collectors.toSet());
        Set<String> accepted = new HashSet<>();
        for (Mention mention : answer.mentions()) {
            if (mention.decision() == Decision.CERTAIN) {
                accepted.add(current.apply(mention.best().id()));
            }
        }
        Set<String> hits = new HashSet<>(accepted);
        hits.retainAll(wanted);
        strings++;
        labels += wanted.size();
        certain += accepted.size();
        right += hits.size();
        found += hits.size();
        exact += accepted.equals(wanted) ? 1 : 0;
        top1 += among(wanted, answer, 1);
        top5 += among(wanted, answer, 5);
        return hits.size() == accepted.size();
    }

    private int among(Set<String> wanted, Resolution answer, int size) {
        Set<String> offered = new HashSet<>();
        for (Mention mention : answer.mentions()) {
            List<Candidate> candidates = mention.candidates();
            candidates
                    .subList(0, Math.min(size, candidates.size()))
                    .forEach(candidate -> offered.add(current.apply(candidate.id())));
        }
        offered.retainAll(wanted);
        return offered.size();
    }

    void print(String name) {
        double p = share(right, certain);
        double r = share(found, labels);
        System.out.printf(
                "SET name=%s n=%d labels=%d certain=%d p=%.4f r=%.4f f1=%.4f acc=%.4f top1=%.4f"
                        + " top5=%.4f%n",
                name,
                strings,
                labels,
                certain,
                p,
                r,
                p + r == 0 ? 0 : 2 * p * r / (p + r),
                share(exact, strings),
                share(top1, labels),
                share(top5, labels));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
