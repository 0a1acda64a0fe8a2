package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.TextFolding;

/// Places for exchange students with their direction in words: `派遣2名/受入2名`, `2 in, 3 out`,
/// `受入・派遣各2名`.
record QuotaText(@Nullable Integer in, @Nullable Integer out) {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<in>受け?入れ?|受|来学|来校|初請|초청|수용|유치|接收|接受|来访|(?<!\\p{L})(?:in(?:coming|bound|s)?|receiv\\p{L}*|host\\p{L}*|przyjazdy|entrant\\p{L}*)(?!\\p{L}))"
                            + "|(?<out>派遣|派|送出|파견|派出|出访|薦送|(?<!\\p{L})(?:out(?:going|bound|s)?|sen[dt]\\p{L}*|wyjazdy|sortant\\p{L}*|salientes?)(?!\\p{L}))"
                            + "|(?<number>(?<![\\d.])\\d{1,3}(?![\\d.年月日/-]))",
                    Pattern.CASE_INSENSITIVE);

    private enum Sort {
        IN,
        OUT,
        NUMBER
    }

    private record Token(Sort sort, int number) {
        boolean isWord() {
            return sort != Sort.NUMBER;
        }
    }

    /// Empty when the text names no direction or no number.
    static Optional<QuotaText> read(String text) {
        var tokens = tokens(TextFolding.tidy(text));
        var numbers = tokens.stream().filter(token -> !token.isWord()).toList();
        boolean in = tokens.stream().anyMatch(token -> token.sort() == Sort.IN);
        boolean out = tokens.stream().anyMatch(token -> token.sort() == Sort.OUT);
        if (numbers.isEmpty() || !in && !out) {
            return Optional.empty();
        }
        if (numbers.size() == 1) {
            int number = numbers.getFirst().number();
            return Optional.of(new QuotaText(in ? number : null, out ? number : null));
        }
        return Optional.of(paired(tokens));
    }

    private static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            var number = matcher.group("number");
            var word = matcher.group("in") != null ? Sort.IN : Sort.OUT;
            tokens.add(
                    number == null
                            ? new Token(word, 0)
                            : new Token(Sort.NUMBER, Integer.parseInt(number)));
        }
        return tokens;
    }

    /// Each word with the number behind it, or before it when the text begins with a number.
    private static QuotaText paired(List<Token> tokens) {
        int step = tokens.getFirst().isWord() ? 1 : -1;
        Integer in = null;
        Integer out = null;
        for (int i = 0; i < tokens.size(); i++) {
            int beside = i + step;
            if (!tokens.get(i).isWord() || beside < 0 || beside >= tokens.size()) {
                continue;
            }
            var number = tokens.get(beside);
            if (number.isWord()) {
                continue;
            }
            if (tokens.get(i).sort() == Sort.IN) {
                in = in == null ? Integer.valueOf(number.number()) : in;
            } else {
                out = out == null ? Integer.valueOf(number.number()) : out;
            }
        }
        return new QuotaText(in, out);
    }

    boolean isBoth() {
        return in != null && out != null;
    }

    @Nullable Integer of(Role role) {
        return role == Role.QUOTA_IN ? in : out;
    }
}
