package org.kakehashi.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.kakehashi.kernel.CountryReading.Named;
import org.kakehashi.kernel.CountryReading.Spelling;
import org.kakehashi.kernel.CountryReading.Unknown;
import org.kakehashi.kernel.CountryReading.WorldRegion;

/// Reads names of countries and regions as people type them: formal and short, in some sixty
/// languages, with counts `CHINA (14)`, brackets `中国(香港)`, two languages in one cell, and misspelt.
/// Says [Unknown] rather than guess.
public final class Countries {

    private static final Pattern COUNT =
            Pattern.compile(
                    "\\s*(?:[:：,、-]\\s*)?[(\\[]?\\s*\\d+\\s*"
                            + "(?:[カか]国|ヶ国|校|大学|機関|件|名|人|協定|개교|개|교|所|"
                            + "universities|university|institutions?|agreements?|partners?|schools?)?"
                            + "\\s*[)\\]]?\\s*$",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKS =
            Pattern.compile("^[\\s*★☆※◎○●♦◆■□†‡#・.\\p{So}]+|[\\s*★☆※◎○●♦◆■†‡#:：.]+$");
    private static final Pattern BRACKETS = Pattern.compile("^([^(\\[]+)[(\\[]([^)\\]]+)[)\\]]$");
    private static final Pattern LANGUAGES = Pattern.compile("\\s*(?:/|\\||\\n|\\r|・|;)\\s*");
    private static final Pattern SCRIPTS =
            Pattern.compile(
                    "^([\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}\\p{IsHangul}ー・]+)\\s*(\\p{IsLatin}.*)$"
                            + "|^(\\p{IsLatin}[\\p{IsLatin} .,'-]*?)\\s*([\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}\\p{IsHangul}ー・]+)$");
    private static final Set<String> APART = Set.of("HK", "MO", "TW");
    private static final int LONGEST = 90;
    private static final int MOST_REMEMBERED = 5_000;

    /// Lists repeat their countries; a misspelling is dear to recognise.
    private static final Map<String, CountryReading> REMEMBERED = new ConcurrentHashMap<>();

    private Countries() {}

    /// Every country and region with an ISO code (and Kosovo, XK).
    public static Collection<Country> all() {
        return CountryNames.get().countries();
    }

    /// Reads the whole text as one name; a text that only contains a country is not one.
    public static CountryReading recognise(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return new Unknown();
        }
        if (REMEMBERED.size() > MOST_REMEMBERED) {
            REMEMBERED.clear();
        }
        return REMEMBERED.computeIfAbsent(text, Countries::recogniseAnew);
    }

    private static CountryReading recogniseAnew(String text) {
        var lines = text.strip();
        var whole = read(MARKS.matcher(TextFolding.tidy(lines)).replaceAll(""), true);
        return whole instanceof Unknown ? readParts(lines) : whole;
    }

    /// The country that the text names, if it names one.
    public static Optional<Country> find(String text) {
        return recognise(text) instanceof Named named
                ? Optional.of(named.country())
                : Optional.empty();
    }

    private static CountryReading read(String name, boolean misspellings) {
        var exact = exactly(name);
        if (!(exact instanceof Unknown)) {
            return exact;
        }
        var counted = withoutCount(name);
        if (!counted.equals(name)) {
            return counted.isBlank() ? new Unknown() : read(counted, misspellings);
        }
        var brackets = BRACKETS.matcher(name);
        if (brackets.matches()) {
            return joined(brackets.group(1), brackets.group(2));
        }
        var comma = name.lastIndexOf(',');
        if (comma > 0) {
            return inverted(name.substring(0, comma).strip(), name.substring(comma + 1).strip());
        }
        return misspellings ? misspelt(name) : new Unknown();
    }

    private static CountryReading exactly(String name) {
        var names = CountryNames.get();
        var country = names.find(name);
        if (country.isPresent()) {
            return new Named(country.get(), name, Spelling.EXACT);
        }
        if (names.isRegion(name)) {
            return new WorldRegion(name);
        }
        return names.findCode(name)
                .<CountryReading>map(coded -> new Named(coded, name, Spelling.CODE))
                .orElseGet(Unknown::new);
    }

    private static String withoutCount(String name) {
        var shorter = COUNT.matcher(name).replaceFirst("");
        return MARKS.matcher(shorter).replaceAll("").strip();
    }

    /// `China (PRC)`, `中国(香港)`, `アメリカ(ハワイ)`: the name before the bracket, unless the bracket names
    /// a region that is counted apart.
    private static CountryReading joined(String before, String inside) {
        var outer = read(before.strip(), true);
        var inner = read(inside.strip(), false);
        if (inner instanceof Named named && APART.contains(named.country().code())) {
            return named;
        }
        if (outer instanceof Named || outer instanceof WorldRegion && !(inner instanceof Named)) {
            return outer;
        }
        return outer instanceof WorldRegion ? inner : new Unknown();
    }

    /// `Korea, Republic of`, `Hong Kong, China`.
    private static CountryReading inverted(String head, String tail) {
        var turned = exactly(tail + " " + head);
        if (turned instanceof Named) {
            return turned;
        }
        var first = exactly(head);
        return exactly(tail) instanceof Named ? first : new Unknown();
    }

    private static CountryReading misspelt(String name) {
        return CountryNames.get()
                .findNear(name)
                .<CountryReading>map(near -> new Named(near, name, Spelling.MISSPELT))
                .orElseGet(Unknown::new);
    }

    /// One name in two languages: `BELGIA/BELGIUM`, `日本 Japan`, `Asia / China`.
    private static CountryReading readParts(String text) {
        var readings = new ArrayList<CountryReading>();
        for (var part : languageParts(text)) {
            readings.add(read(MARKS.matcher(TextFolding.tidy(part)).replaceAll(""), false));
        }
        var named =
                readings.stream().filter(Named.class::isInstance).map(Named.class::cast).toList();
        if (named.isEmpty()) {
            var regions =
                    readings.stream().allMatch(CountryReading::isRegion) && readings.size() > 1;
            return regions ? new WorldRegion(TextFolding.tidy(text)) : new Unknown();
        }
        var apart = named.stream().filter(n -> APART.contains(n.country().code())).findFirst();
        var known = readings.stream().noneMatch(Unknown.class::isInstance);
        var agree = named.stream().map(Named::country).distinct().count() == 1;
        return known && agree
                ? named.getFirst()
                : known && apart.isPresent() ? apart.get() : new Unknown();
    }

    private static List<String> languageParts(String text) {
        var scripts = SCRIPTS.matcher(TextFolding.tidy(text));
        if (scripts.matches()) {
            return scripts.group(1) != null
                    ? List.of(scripts.group(1), scripts.group(2))
                    : List.of(scripts.group(3), scripts.group(4));
        }
        return List.of(LANGUAGES.split(text));
    }
}
