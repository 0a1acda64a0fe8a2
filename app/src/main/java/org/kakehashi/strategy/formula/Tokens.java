package org.kakehashi.strategy.formula;

import java.util.ArrayList;
import java.util.List;
import org.kakehashi.strategy.formula.FormulaProblem.Kind;

/// A formula cut into words, numbers, quoted texts and signs.
final class Tokens {
    enum Sort {
        WORD,
        NUMBER,
        QUOTED,
        SIGN,
        END
    }

    record Token(Sort sort, String text, int at) {
        boolean is(String sign) {
            return sort != Sort.QUOTED && text.equals(sign);
        }
    }

    private static final String SIGNS = "+-*/(),=";

    private final String text;
    private final List<Token> all = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        Tokens tokens = new Tokens(text);
        tokens.cut();
        return tokens.all;
    }

    private void cut() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '\u3000') {
                at++;
            } else if (c == '\'') {
                quoted();
            } else if (c == '!' && at + 1 < text.length() && text.charAt(at + 1) == '=') {
                all.add(new Token(Sort.SIGN, "!=", at));
                at += 2;
            } else if (SIGNS.indexOf(c) >= 0) {
                all.add(new Token(Sort.SIGN, String.valueOf(c), at++));
            } else if (part(c)) {
                word();
            } else {
                throw new FormulaProblem.Found(Kind.CHARACTER, at, String.valueOf(c));
            }
        }
        all.add(new Token(Sort.END, "", at));
    }

    /// Two quotes in a row are one.
    private void quoted() {
        int begin = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\'') {
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == '\'') {
                value.append('\'');
                at++;
            } else {
                all.add(new Token(Sort.QUOTED, value.toString(), begin));
                return;
            }
        }
        throw new FormulaProblem.Found(Kind.QUOTE_OPEN, begin, "");
    }

    private void word() {
        int begin = at;
        while (at < text.length() && part(text.charAt(at))) {
            at++;
        }
        String word = text.substring(begin, at);
        all.add(
                new Token(
                        word.matches("\\d{1,15}(\\.\\d{1,15})?") ? Sort.NUMBER : Sort.WORD,
                        word,
                        begin));
    }

    private static boolean part(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '.';
    }
}
