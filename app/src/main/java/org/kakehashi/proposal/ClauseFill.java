package org.kakehashi.proposal;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the fields of a proposal into a clause.
final class ClauseFill {
    private static final Pattern FIELD =
            Pattern.compile("\\{\\{\\s*([\\p{L}][\\p{L}\\p{N}_-]*)\\s*}}");

    private ClauseFill() {}

    /// The clause with its fields filled; what is not known is added to the missing ones.
    static String fill(String text, Map<String, String> fields, Set<String> missing) {
        return FIELD.matcher(text).replaceAll(found -> value(found, fields, missing));
    }

    private static String value(
            MatchResult found, Map<String, String> fields, Set<String> missing) {
        String value = fields.get(found.group(1));
        if (value == null) {
            missing.add(found.group(1));
            return "";
        }
        return Matcher.quoteReplacement(value);
    }
}
