package org.kakehashi.bench.resolver;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Decision;
import org.kakehashi.resolver.Resolution;

/// Micro precision, recall and the like of certain decisions, and recall among candidates.
final class Quality {

    private final UnaryOperator<String> same;
    private int strings;
    private int labels;
    private int certain;
    private int right;
    private int offered;
    private int equal;

    /// @param same the identifier that stands for all that count as equal
    Quality(UnaryOperator<String> same) {
        this.same = same;
    }

    void add(Truth truth, Resolution answer, List<Candidate> candidates) {
        Set<String> wanted = truth.ids().stream().map(same).collect(Collectors.toSet());
        Set<String> accepted =
                answer.mentions().stream()
                        .filter(mention -> mention.decision() == Decision.CERTAIN)
                        .map(mention -> same.apply(mention.best().id()))
                        .collect(Collectors.toSet());
        Set<String> hits = new HashSet<>(accepted);
        hits.retainAll(wanted);
        Set<String> found = new HashSet<>(accepted);
        candidates.forEach(candidate -> found.add(same.apply(candidate.id())));
        found.retainAll(wanted);
        strings++;
        labels += wanted.size();
        certain += accepted.size();
        right += hits.size();
        offered += found.size();
        equal += accepted.equals(wanted) ? 1 : 0;
    }

    String line(String kind, String name, double perSecond) {
        double p = share(right, certain);
        double r = share(right, labels);
        return String.format(
                Locale.ROOT,
                "%s name=%s n=%d p=%.4f r=%.4f f1=%.4f f05=%.4f acc=%.4f recall100=%.4f per_s=%.0f",
                kind,
                name,
                strings,
                p,
                r,
                f(1, p, r),
                f(0.5, p, r),
                share(equal, strings),
                share(offered, labels),
                perSecond);
    }

    private static double f(double beta, double p, double r) {
        double square = beta * beta;
        return p + r == 0 ? 0 : (1 + square) * p * r / (square * p + r);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
