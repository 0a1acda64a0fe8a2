package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Condition;
import org.kakehashi.review.Condition.Comparison;
import org.kakehashi.review.ReviewSubject.FactKind;
import org.kakehashi.ui.view.Choice;

/// A condition as rows of a form: and/or, fact, comparison, values in the reader's words. Rows
/// without a fact do not count; two empty ones always wait for more.
public record ConditionForm(String prefix, List<Row> rows, List<FactKind> facts) {
    private static final int SPARE = 2;
    private static final int MOST = 12;
    private static final String SEPARATORS = "[,、，;；]";

    /// @param join how it is joined with the row before: `and`, `or`
    public record Row(String join, String fact, String sign, String values) {
        static final Row EMPTY = new Row("and", "", "=", "");
    }

    public ConditionForm {
        rows = List.copyOf(rows);
        facts = List.copyOf(facts);
    }

    static ConditionForm of(String prefix, Condition condition, List<FactKind> facts) {
        List<Row> rows = new ArrayList<>();
        for (List<Condition.Test> group : condition.anyOf()) {
            for (int i = 0; i < group.size(); i++) {
                Condition.Test test = group.get(i);
                rows.add(
                        new Row(
                                i == 0 ? "or" : "and",
                                test.fact(),
                                test.comparison().sign(),
                                written(test, facts)));
            }
        }
        return new ConditionForm(prefix, spare(rows), facts);
    }

    static ConditionForm read(String prefix, Map<String, String> typed, List<FactKind> facts) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String row = prefix + "-" + i + "-";
            String fact = typed.getOrDefault(row + "fact", "").strip();
            if (!fact.isEmpty()) {
                rows.add(
                        new Row(
                                typed.getOrDefault(row + "join", "and").equals("or") ? "or" : "and",
                                fact,
                                typed.getOrDefault(row + "sign", "="),
                                typed.getOrDefault(row + "values", "").strip()));
            }
        }
        return new ConditionForm(prefix, spare(rows), facts);
    }

    /// The condition that the rows say.
    ///
    /// @throws KakehashiException saying which row cannot be read
    Condition condition() {
        StringBuilder written = new StringBuilder();
        for (Row row : rows) {
            if (row.fact().isEmpty()) {
                continue;
            }
            if (row.values().isBlank()) {
                throw KakehashiException.invalid(
                        "review.condition.valueNeeded", Map.of("fact", label(row.fact())));
            }
            boolean signKnown =
                    Arrays.stream(Comparison.values())
                            .anyMatch(one -> one.sign().equals(row.sign()));
            if (!signKnown) {
                throw KakehashiException.invalid(
                        "review.condition.unreadable", Map.of("part", row.sign()));
            }
            String values = codes(row);
            String sign = row.sign().equals("=") && values.contains(",") ? "in" : row.sign();
            written.append(written.isEmpty() ? "" : " " + row.join() + " ")
                    .append(row.fact())
                    .append(' ')
                    .append(sign)
                    .append(' ')
                    .append(values);
        }
        return Condition.parse(written.toString());
    }

    public List<Choice> factChoices(Row row) {
        List<Choice> choices = new ArrayList<>();
        facts.forEach(
                fact -> choices.add(new Choice(fact.name(), t(fact.label())).chosenIf(row.fact())));
        if (!row.fact().isEmpty() && find(row.fact()) == null) {
            choices.add(new Choice(row.fact(), row.fact(), true));
        }
        return choices;
    }

    public List<Choice> signChoices(Row row) {
        return Arrays.stream(Comparison.values())
                .map(one ->
                        new Choice(
                                        one.sign(),
                                        t("review.sign." + one.name().toLowerCase(Locale.ROOT)))
                                .chosenIf(row.sign()))
                .toList();
    }

    public List<Choice> joinChoices(Row row) {
        return List.of(
                new Choice("and", t("review.join.and")).chosenIf(row.join()),
                new Choice("or", t("review.join.or")).chosenIf(row.join()));
    }

    /// Words that a row may name, offered while typing.
    public List<String> words() {
        return facts.stream()
                .flatMap(fact -> fact.values().stream().map(value -> t(value.label())))
                .distinct()
                .toList();
    }

    private static List<Row> spare(List<Row> rows) {
        List<Row> all = new ArrayList<>(rows);
        for (int i = 0; i < SPARE && all.size() < MOST; i++) {
            all.add(Row.EMPTY);
        }
        return all;
    }

    private static String written(Condition.Test test, List<FactKind> facts) {
        FactKind fact =
                facts.stream()
                        .filter(one -> one.name().equals(test.fact()))
                        .findFirst()
                        .orElse(null);
        return test.values().stream()
                .map(code -> {
                    String words = ReviewWords.value(fact, code);
                    return words.matches(".*" + SEPARATORS + ".*") ? code : words;
                })
                .collect(Collectors.joining(t("review.and")));
    }

    /// The codes behind the words typed; what is not recognised stays and is told before
    /// publishing.
    private String codes(Row row) {
        FactKind fact = find(row.fact());
        return Arrays.stream(row.values().split(SEPARATORS))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> code(fact, text))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String code(@Nullable FactKind fact, String text) {
        String tidy = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (fact == null) {
            return tidy;
        }
        if (fact.name().equals("country")) {
            return Countries.find(tidy).map(Country::code).orElse(tidy);
        }
        return fact.values().stream()
                .filter(value ->
                        value.code().equalsIgnoreCase(tidy)
                                || text.equals(value.label().ja())
                                || tidy.equalsIgnoreCase(value.label().en()))
                .map(value -> value.code())
                .findFirst()
                .orElse(tidy);
    }

    private String label(String name) {
        FactKind fact = find(name);
        return fact == null ? name : t(fact.label());
    }

    private @Nullable FactKind find(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst().orElse(null);
    }
}
