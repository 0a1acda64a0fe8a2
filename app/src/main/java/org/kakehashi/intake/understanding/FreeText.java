package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.CountryReading.Named;
import org.kakehashi.kernel.TextFolding;

/// A row of running text: `1. Edith Cowan University, Australia Date of Expiry: Endless`.
///
/// @param name what names the institution
/// @param labelled texts that stand behind a known label, with the role the label means
record FreeText(
        String name, String countryText, @Nullable Country country, List<Labelled> labelled) {

    record Labelled(Role role, String text) {}

    private static final Pattern ORDINAL =
            Pattern.compile("^\\s*(?:\\(?\\d{1,3}\\s*[.)．、]|[①-⑳•・])\\s*");
    private static final Pattern LABEL =
            Pattern.compile("([\\p{L}][\\p{L} /()]{1,40}?)\\s*[:：]\\s*");
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "(?:agreement|accord|mou|memorandum|協定).{0,80}? between (.+)$",
                    Pattern.CASE_INSENSITIVE);
    private static final int FORMAL_WORDS = 3;

    /// Whether texts of one column are such rows.
    static boolean isLikely(List<String> texts) {
        int likely = 0;
        for (var text : texts) {
            var read = read(text);
            likely += !read.labelled().isEmpty() || read.country() != null ? 1 : 0;
        }
        return likely * 2 > texts.size();
    }

    static boolean isNumbered(String text) {
        return ORDINAL.matcher(text).find();
    }

    static FreeText read(String text) {
        var body = ORDINAL.matcher(TextFolding.tidySpaces(text)).replaceFirst("");
        var labelled = new ArrayList<Labelled>();
        int end = body.length();
        for (var label : labels(body).reversed()) {
            labelled.addFirst(new Labelled(label.role(), body.substring(label.end(), end).strip()));
            end = label.start();
        }
        return named(body.substring(0, end).replaceAll("[\\s,;(-]+$", "").strip(), labelled);
    }

    private record Label(int start, int end, Role role) {}

    private static List<Label> labels(String body) {
        var labels = new ArrayList<Label>();
        var colons = LABEL.matcher(body);
        while (colons.find()) {
            var words = colons.group(1);
            for (int at = colons.start(1);
                    at < colons.end(1);
                    at = nextWord(body, at, colons.end(1))) {
                var matches = HeaderWords.match(body.substring(at, colons.end(1)));
                if (!matches.isEmpty() && matches.getFirst().score() == 1 && words.length() > 1) {
                    labels.add(new Label(at, colons.end(), matches.getFirst().role()));
                    break;
                }
            }
        }
        return labels;
    }

    private static int nextWord(String body, int at, int end) {
        int blank = body.indexOf(' ', at);
        return blank < 0 || blank >= end ? end : blank + 1;
    }

    private static FreeText named(String text, List<Labelled> labelled) {
        var between = BETWEEN.matcher(text);
        var name = between.find() ? between.group(1) : text;
        var parts = Brackets.split(name, ",，");
        for (int i = parts.size() - 1; i > 0; i--) {
            var country = leadingCountry(parts.get(i));
            if (country != null) {
                var before = String.join(", ", parts.subList(0, i));
                return new FreeText(
                        withoutCountry(before, country.country()),
                        country.name(),
                        country.country(),
                        labelled);
            }
        }
        return formal(name, labelled);
    }

    /// `Japan`, `Japan and 41 Rajabhat Institutes in Thailand`
    private static @Nullable Named leadingCountry(String part) {
        var first = part.split("\\s+and\\s+", 2)[0].strip();
        return Countries.recognise(first) instanceof Named named
                ? new Named(named.country(), first, named.spelling())
                : null;
    }

    /// `The University of Queensland Australia`, when Australia follows anyway.
    private static String withoutCountry(String name, Country country) {
        int blank = name.lastIndexOf(' ');
        boolean repeated =
                blank > 0
                        && Countries.find(name.substring(blank + 1))
                                .filter(country::equals)
                                .isPresent();
        boolean partOfName =
                blank > 0 && name.substring(0, blank).matches(".*\\b(?:of|de|the|in|for|and|at)");
        return repeated && !partOfName ? name.substring(0, blank).strip() : name;
    }

    /// `Savannakhet University of Lao People Democratic Republic`: only the formal name of a
    /// country is not part of the institution's name.
    private static FreeText formal(String name, List<Labelled> labelled) {
        int of = name.lastIndexOf(" of ");
        var tail = of < 0 ? "" : name.substring(of + 4).strip();
        if (tail.split(" ").length >= FORMAL_WORDS
                && Countries.recognise(tail) instanceof Named named) {
            return new FreeText(name.substring(0, of).strip(), tail, named.country(), labelled);
        }
        return new FreeText(name, "", null, labelled);
    }
}
