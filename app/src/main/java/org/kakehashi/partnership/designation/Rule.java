package org.kakehashi.partnership.designation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kakehashi.kernel.KakehashiException;

/// What must hold of the criteria: `at_least(2, c1, c2, c3, c4) and c5`. `and` binds closer than
/// `or`; brackets may be used. A criterion nobody knows of makes the whole unknown, unless the
/// others decide it alone.
public sealed interface Rule {
    /// A criterion by its code.
    record Named(String code) implements Rule {}

    record All(List<Rule> parts) implements Rule {}

    record Any(List<Rule> parts) implements Rule {}

    record AtLeast(int number, List<Rule> parts) implements Rule {}

    default Finding holds(Map<String, Finding> criteria) {
        return switch (this) {
            case Named one -> criteria.getOrDefault(one.code(), Finding.UNKNOWN);
            case All all -> enough(all.parts(), all.parts().size(), criteria);
            case Any any -> enough(any.parts(), 1, criteria);
            case AtLeast some -> enough(some.parts(), some.number(), criteria);
        };
    }

    private static Finding enough(List<Rule> parts, int needed, Map<String, Finding> criteria) {
        int met = 0;
        int open = 0;
        for (Rule part : parts) {
            switch (part.holds(criteria)) {
                case MET -> met++;
                case UNKNOWN -> open++;
                case NOT_MET -> {}
            }
        }
        return met >= needed
                ? Finding.MET
                : met + open >= needed ? Finding.UNKNOWN : Finding.NOT_MET;
    }

    /// The codes it names.
    default Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        switch (this) {
            case Named one -> codes.add(one.code());
            case All all -> all.parts().forEach(part -> codes.addAll(part.codes()));
            case Any any -> any.parts().forEach(part -> codes.addAll(part.codes()));
            case AtLeast some -> some.parts().forEach(part -> codes.addAll(part.codes()));
        }
        return codes;
    }

    /// Reads what [#holds] judges; what cannot be read is refused with the place.
    static Rule parse(String text) {
        return new Parser(text).whole();
    }

    /// Reads a rule from left to right.
    final class Parser {
        private static final Pattern TOKEN = Pattern.compile("\\s*([a-z][a-z0-9_]*|\\d+|[(),])");
        private static final int MOST = 1_000;

        private final List<String> tokens = new ArrayList<>();
        private int at;

        private Parser(String text) {
            String written = text.strip().toLowerCase(Locale.ROOT);
            if (written.isEmpty() || written.length() > MOST) {
                throw wrong(written.isEmpty() ? "" : written.substring(0, 20));
            }
            Matcher matcher = TOKEN.matcher(written);
            int end = 0;
            while (matcher.find() && matcher.start() == end) {
                tokens.add(matcher.group(1));
                end = matcher.end();
            }
            if (end < written.length()) {
                throw wrong(written.substring(end));
            }
        }

        private Rule whole() {
            Rule rule = any();
            if (at < tokens.size()) {
                throw wrong(tokens.get(at));
            }
            return rule;
        }

        private Rule any() {
            List<Rule> parts = new ArrayList<>(List.of(all()));
            while (taken("or")) {
                parts.add(all());
            }
            return parts.size() == 1 ? parts.getFirst() : new Any(parts);
        }

        private Rule all() {
            List<Rule> parts = new ArrayList<>(List.of(one()));
            while (taken("and")) {
                parts.add(one());
            }
            return parts.size() == 1 ? parts.getFirst() : new All(parts);
        }

        private Rule one() {
            if (taken("(")) {
                Rule inner = any();
                need(")");
                return inner;
            }
            if (taken("at_least")) {
                return atLeast();
            }
            String token = at < tokens.size() ? tokens.get(at) : "";
            if (!token.matches("[a-z][a-z0-9_]*") || Set.of("and", "or").contains(token)) {
                throw wrong(token);
            }
            at++;
            return new Named(token);
        }

        private Rule atLeast() {
            need("(");
            String number = at < tokens.size() ? tokens.get(at++) : "";
            if (!number.matches("[1-9]\\d?")) {
                throw wrong(number);
            }
            List<Rule> parts = new ArrayList<>();
            while (taken(",")) {
                parts.add(any());
            }
            need(")");
            if (parts.size() < Integer.parseInt(number)) {
                throw wrong(number);
            }
            return new AtLeast(Integer.parseInt(number), parts);
        }

        private boolean taken(String token) {
            boolean found = at < tokens.size() && tokens.get(at).equals(token);
            at += found ? 1 : 0;
            return found;
        }

        private void need(String token) {
            if (!taken(token)) {
                throw wrong(at < tokens.size() ? tokens.get(at) : "");
            }
        }

        private static KakehashiException wrong(String at) {
            return KakehashiException.invalid("partnership.scheme.problem.rule", Map.of("at", at));
        }
    }
}
