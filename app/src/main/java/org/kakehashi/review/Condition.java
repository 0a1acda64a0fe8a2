package org.kakehashi.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kakehashi.kernel.KakehashiException;

/// A condition on the facts of a subject, as configuration writes it: `units >= 2 and level =
/// university or country in KR, TW`. "and" binds closer than "or"; there is nothing to evaluate but
/// these comparisons. The empty condition always holds.
///
/// @param anyOf groups of tests; it holds when all tests of one group do
public record Condition(List<List<Test>> anyOf) {
    public static final Condition ALWAYS = new Condition(List.of());

    private static final int LONGEST = 500;
    private static final Pattern TEST =
            Pattern.compile("([a-z][a-zA-Z_]*)\\s*(>=|<=|!=|=|\\bin\\b)\\s*(.+)");
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{N}_.-]+");

    public enum Comparison {
        EQUAL("="),
        NOT_EQUAL("!="),
        AT_LEAST(">="),
        AT_MOST("<="),
        ONE_OF("in");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        static Comparison of(String sign) {
            return Arrays.stream(values())
                    .filter(one -> one.sign.equals(sign))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// One comparison of a fact with values.
    public record Test(String fact, Comparison comparison, List<String> values) {
        public Test {
            values = List.copyOf(values);
        }

        Truth holds(Facts facts) {
            Set<String> known = facts.of(fact);
            if (known.isEmpty()) {
                return Truth.UNKNOWN;
            }
            return switch (comparison) {
                case EQUAL, ONE_OF -> Truth.of(values.stream().anyMatch(known::contains));
                case NOT_EQUAL -> Truth.of(values.stream().noneMatch(known::contains));
                case AT_LEAST, AT_MOST -> compared(known);
            };
        }

        private Truth compared(Set<String> known) {
            Truth answer = Truth.NO;
            for (String value : known) {
                if (!isNumber(value)) {
                    answer = answer.or(Truth.UNKNOWN);
                    continue;
                }
                int order = new BigDecimal(value).compareTo(new BigDecimal(values.getFirst()));
                answer =
                        answer.or(
                                Truth.of(
                                        comparison == Comparison.AT_LEAST
                                                ? order >= 0
                                                : order <= 0));
            }
            return answer;
        }

        @Override
        public String toString() {
            return fact + " " + comparison.sign() + " " + String.join(", ", values);
        }
    }

    public Condition {
        anyOf = anyOf.stream().map(List::copyOf).toList();
    }

    /// Reads a condition as written.
    ///
    /// @throws KakehashiException saying which part cannot be read
    public static Condition parse(String written) {
        if (written.isBlank()) {
            return ALWAYS;
        }
        if (written.length() > LONGEST) {
            throw unreadable(written.substring(0, 40) + "…");
        }
        List<List<Test>> groups = new ArrayList<>();
        for (String group : written.strip().split("\\s+or\\s+")) {
            groups.add(Arrays.stream(group.split("\\s+and\\s+")).map(Condition::test).toList());
        }
        return new Condition(groups);
    }

    private static Test test(String written) {
        Matcher parts = TEST.matcher(written.strip());
        if (!parts.matches()) {
            throw unreadable(written);
        }
        Comparison comparison = Comparison.of(parts.group(2));
        List<String> values = Arrays.stream(parts.group(3).split(",")).map(String::strip).toList();
        boolean readable = values.stream().allMatch(value -> VALUE.matcher(value).matches());
        boolean numeric = comparison == Comparison.AT_LEAST || comparison == Comparison.AT_MOST;
        boolean one = comparison == Comparison.ONE_OF || values.size() == 1;
        if (!readable || !one || numeric && !isNumber(values.getFirst())) {
            throw unreadable(written);
        }
        return new Test(parts.group(1), comparison, values);
    }

    /// Does it hold? Unknown as long as an unknown fact could decide it.
    public Truth holds(Facts known) {
        if (anyOf.isEmpty()) {
            return Truth.YES;
        }
        return anyOf.stream()
                .map(group ->
                        group.stream().map(test -> test.holds(known)).reduce(Truth.YES, Truth::and))
                .reduce(Truth.NO, Truth::or);
    }

    /// The facts it asks.
    public Set<String> facts() {
        return anyOf.stream()
                .flatMap(List::stream)
                .map(Test::fact)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return anyOf.stream()
                .map(group ->
                        group.stream().map(Test::toString).collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(" or "));
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,9}(\\.\\d{1,6})?");
    }

    private static KakehashiException unreadable(String part) {
        return KakehashiException.invalid("review.condition.unreadable", Map.of("part", part));
    }
}
