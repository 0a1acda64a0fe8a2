package org.kakehashi.strategy.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.strategy.formula.Expression.Function;
import org.kakehashi.strategy.formula.Expression.Operator;
import org.kakehashi.strategy.formula.FormulaProblem.Kind;
import org.kakehashi.strategy.formula.Question.Aggregate;
import org.kakehashi.strategy.formula.Tokens.Sort;
import org.kakehashi.strategy.formula.Tokens.Token;

/// Reads formulas.
///
/// ```
/// sum     = product { ("+" | "-") product }
/// product = factor { ("*" | "/") factor }
/// factor  = number | "-" factor | "(" sum ")" | K01 | call
/// call    = count "(" measure [ where ] ")"      sum, mean, median alike
///         | distinct "(" measure by dimension [ where ] ")"    concentration alike
///         | share "(" sum "," sum ")"            ratio, min, max alike
///         | growth "(" sum "," years ")"         index, before, rolling_sum, rolling_mean alike
/// where   = "where" choice { "and" choice }
/// choice  = dimension ( "=" | "!=" ) value | dimension [ "not" ] "in" "(" value { "," value } ")"
/// ```
public final class FormulaParser {
    static final int LONGEST = 2_000;
    private static final int DEEPEST = 40;
    private static final int MOST_VALUES = 100;
    private static final String CODE = "[A-Z]\\d{2,3}";

    private final List<Token> tokens;
    private int next;
    private int depth;

    private FormulaParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    public static Parsed parse(String text) {
        try {
            if (text.isBlank()) {
                throw new FormulaProblem.Found(Kind.EMPTY, 0, "");
            }
            if (text.length() > LONGEST) {
                throw new FormulaProblem.Found(Kind.TOO_LONG, LONGEST, "");
            }
            FormulaParser parser = new FormulaParser(Tokens.of(text));
            Expression tree = parser.sum();
            if (parser.peek().sort() != Sort.END) {
                throw parser.found(Kind.TRAILING);
            }
            return new Parsed(tree, null);
        } catch (FormulaProblem.Found e) {
            return new Parsed(null, e.problem());
        }
    }

    private Expression sum() {
        if (++depth > DEEPEST) {
            throw found(Kind.TOO_DEEP);
        }
        Expression left = product();
        while (peek().is("+") || peek().is("-")) {
            Operator operator = take().is("+") ? Operator.PLUS : Operator.MINUS;
            left = new Expression.Operation(operator, left, product());
        }
        depth--;
        return left;
    }

    private Expression product() {
        Expression left = factor();
        while (peek().is("*") || peek().is("/")) {
            Operator operator = take().is("*") ? Operator.TIMES : Operator.OVER;
            left = new Expression.Operation(operator, left, factor());
        }
        return left;
    }

    private Expression factor() {
        if (peek().is("-")) {
            take();
            if (++depth > DEEPEST) {
                throw found(Kind.TOO_DEEP);
            }
            Expression negative = new Expression.Negative(factor());
            depth--;
            return negative;
        }
        if (peek().is("(")) {
            take();
            Expression inside = sum();
            expect(")");
            return inside;
        }
        if (peek().sort() == Sort.NUMBER) {
            return new Expression.Number(new BigDecimal(take().text()));
        }
        if (peek().sort() != Sort.WORD) {
            throw found(peek().sort() == Sort.END ? Kind.ENDED : Kind.EXPECTED);
        }
        return peek().text().matches(CODE) ? new Expression.Reference(take().text()) : call();
    }

    private Expression call() {
        Token name = take();
        Aggregate aggregate = aggregate(name.text());
        if (aggregate != null) {
            expect("(");
            Expression asked = asked(aggregate);
            expect(")");
            return asked;
        }
        Function function =
                Function.named(name.text())
                        .orElseThrow(() ->
                                new FormulaProblem.Found(Kind.FUNCTION, name.at(), name.text()));
        expect("(");
        List<Expression> arguments = new ArrayList<>();
        arguments.add(sum());
        while (peek().is(",") && arguments.size() < function.most()) {
            take();
            arguments.add(sum());
        }
        int years = function.ofYears() ? years(function, name) : 0;
        if (arguments.size() < function.fewest() || peek().is(",")) {
            throw new FormulaProblem.Found(Kind.ARGUMENTS, name.at(), name.text());
        }
        expect(")");
        return new Expression.Call(function, arguments, years);
    }

    /// A number of years from 1 to 50, or a year.
    private int years(Function function, Token name) {
        if (!peek().is(",")) {
            throw new FormulaProblem.Found(Kind.YEARS, name.at(), name.text());
        }
        take();
        Token token = take();
        boolean year = function == Function.INDEX;
        if (!token.text().matches(year ? "(19|20|21)\\d\\d" : "[1-9]|[1-4]\\d|50")) {
            throw new FormulaProblem.Found(Kind.YEARS, token.at(), token.text());
        }
        return Integer.parseInt(token.text());
    }

    private Expression asked(Aggregate aggregate) {
        Token measure = word();
        String of = null;
        if (aggregate.ofDimension()) {
            expect("by");
            of = word().text();
        }
        List<MeasureChoice> choices = new ArrayList<>();
        if (peek().is("where")) {
            take();
            choices.add(choice());
            while (peek().is("and")) {
                take();
                choices.add(choice());
            }
        }
        return new Expression.Asked(new Question(aggregate, measure.text(), of, choices));
    }

    private MeasureChoice choice() {
        String dimension = word().text();
        if (peek().is("=") || peek().is("!=")) {
            boolean except = take().is("!=");
            return new MeasureChoice(dimension, Set.of(value()), except);
        }
        boolean except = peek().is("not");
        if (except) {
            take();
        }
        expect("in");
        expect("(");
        Set<String> values = new LinkedHashSet<>();
        values.add(value());
        while (peek().is(",") && values.size() < MOST_VALUES) {
            take();
            values.add(value());
        }
        expect(")");
        return new MeasureChoice(dimension, values, except);
    }

    private String value() {
        if (peek().sort() == Sort.SIGN || peek().sort() == Sort.END) {
            throw found(Kind.VALUE);
        }
        return take().text();
    }

    private Token word() {
        if (peek().sort() != Sort.WORD) {
            throw found(peek().sort() == Sort.END ? Kind.ENDED : Kind.EXPECTED);
        }
        return take();
    }

    private void expect(String text) {
        if (!peek().is(text)) {
            throw peek().sort() == Sort.END
                    ? found(Kind.ENDED)
                    : new FormulaProblem.Found(Kind.EXPECTED, peek().at(), text);
        }
        take();
    }

    private static @Nullable Aggregate aggregate(String name) {
        for (Aggregate one : Aggregate.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(name)) {
                return one;
            }
        }
        return null;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.sort() != Sort.END) {
            next++;
        }
        return token;
    }

    private FormulaProblem.Found found(Kind kind) {
        return new FormulaProblem.Found(kind, peek().at(), peek().text());
    }
}
