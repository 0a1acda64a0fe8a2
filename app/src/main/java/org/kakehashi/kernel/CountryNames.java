package org.kakehashi.kernel;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The index behind [Countries]: CLDR names in many languages plus `country-names.tsv`.
final class CountryNames {

    /// Earlier languages win where two give one spelling to different countries.
    private static final List<String> LANGUAGES =
            List.of(
                    ("en ja zh zh_TW ko de fr es pt it nl pl cs sk hu ro bg hr sl sr mk sq el tr ru uk"
                                    + " be lt lv et fi sv nb da is ga mt ca eu gl vi th id ms fil hi bn"
                                    + " ur fa ar he ka hy az kk uz mn km lo my ne si ta")
                            .split(" "));

    private static final Pattern ENGLISH_FORM =
            Pattern.compile(
                    "^(?:the )?(?:(?:federal|federative|peoples|democratic|socialist|islamic|united|arab"
                            + "|bolivarian|plurinational|hashemite|independent|oriental|eastern)\\s)*"
                            + "(?:republic|kingdom|state|federation|commonwealth|union|sultanate"
                            + "|principality|grand duchy|nation) of (?:the )?|^the ");
    private static final Pattern ASIAN_FORM =
            Pattern.compile(
                    "(?:連邦|連合|人民|民主主義|民主|社会主義|イスラム|アラブ|東方|ハシエミツト|ボリバル|"
                            + "多民族|独立|協同|共和国|共和國|王国|大公国|公国|首長国|合衆国|공화국|왕국|연방|国)$");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}");
    private static final List<String> DERIVATIONS =
            List.of("n", "an", "ian", "i", "ese", "ish", "er", "人", "語", "어");
    private static final int LONGEST_MISSPELT = 24;
    private static final int LETTERS_FOR_ONE_SLIP = 5;
    private static final int LETTERS_FOR_TWO_SLIPS = 8;

    private final Map<String, Country> byName = new HashMap<>();
    private final Map<String, Country> byCode = new LinkedHashMap<>();
    private final Map<Integer, List<String>> byLength = new HashMap<>();
    private final Set<String> regions = new HashSet<>();
    private final Set<String> peoples = new HashSet<>();

    private static final class Holder {
        private static final CountryNames NAMES = new CountryNames();
    }

    static CountryNames get() {
        return Holder.NAMES;
    }

    private CountryNames() {
        readCodes();
        readTable("country-names.tsv", this::addCountry);
        readTable("region-names.tsv", (code, name) -> regions.add(TextFolding.key(name)));
        LANGUAGES.forEach(this::readLanguage);
        var english = LocaleDisplayNames.getInstance(ULocale.ENGLISH);
        for (var language : Locale.getISOLanguages()) {
            peoples.add(TextFolding.key(english.languageDisplayName(language)));
        }
    }

    Collection<Country> countries() {
        return Set.copyOf(byCode.values());
    }

    Optional<Country> find(String name) {
        var key = TextFolding.key(name);
        var country = byName.get(key);
        if (country != null || key.length() < 2) {
            return Optional.ofNullable(country);
        }
        var english = ENGLISH_FORM.matcher(TextFolding.words(name)).replaceFirst("");
        var found = byName.get(TextFolding.key(english));
        return found != null ? Optional.of(found) : findWithoutForm(key);
    }

    /// ベトナム社会主義共和国 → ベトナム
    private Optional<Country> findWithoutForm(String key) {
        var shorter = key;
        for (var form = ASIAN_FORM.matcher(shorter);
                form.find();
                form = ASIAN_FORM.matcher(shorter)) {
            shorter = shorter.substring(0, form.start());
            var country = shorter.length() < 2 ? null : byName.get(shorter);
            if (country != null) {
                return Optional.of(country);
            }
        }
        return Optional.empty();
    }

    Optional<Country> findCode(String text) {
        return CODE.matcher(text).matches()
                ? Optional.ofNullable(byCode.get(text))
                : Optional.empty();
    }

    boolean isRegion(String name) {
        return regions.contains(TextFolding.key(name));
    }

    /// The only country whose name is one or two slips of the pen away.
    Optional<Country> findNear(String name) {
        var key = TextFolding.key(name);
        int allowed = slipsAllowed(key);
        if (allowed == 0
                || key.length() > LONGEST_MISSPELT
                || peoples.contains(key)
                || isDerived(key)) {
            return Optional.empty();
        }
        int best = allowed + 1;
        var nearest = new HashSet<String>();
        for (var candidate : namesOfLength(key.length() - allowed, key.length() + allowed)) {
            int slips = slips(key, candidate, best);
            if (slips < best) {
                nearest.clear();
            }
            if (slips <= best && slips <= allowed) {
                best = slips;
                nearest.add(candidate);
            }
        }
        return only(nearest).or(() -> only(withLettersLeftOut(key, nearest)));
    }

    private List<String> namesOfLength(int shortest, int longest) {
        var names = new ArrayList<String>();
        for (int length = shortest; length <= longest; length++) {
            names.addAll(byLength.getOrDefault(length, List.of()));
        }
        return names;
    }

    private Optional<Country> only(Collection<String> names) {
        var countries = names.stream().map(byName::get).distinct().toList();
        return countries.size() == 1 ? Optional.of(countries.getFirst()) : Optional.empty();
    }

    /// Leaving a letter out is the likelier slip: オースラリア is オーストラリア, not オーストリア.
    private static List<String> withLettersLeftOut(String key, Collection<String> names) {
        return names.stream().filter(name -> isContained(key, name)).toList();
    }

    private static boolean isContained(String shorter, String longer) {
        int at = 0;
        for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
            if (longer.charAt(i) == shorter.charAt(at)) {
                at++;
            }
        }
        return at == shorter.length();
    }

    /// Indian, Korean, Iraqi: peoples and languages, not misspelt countries.
    private boolean isDerived(String key) {
        for (var ending : DERIVATIONS) {
            if (key.endsWith(ending)
                    && byName.containsKey(key.substring(0, key.length() - ending.length()))) {
                return true;
            }
        }
        return false;
    }

    private static int slips(String key, String name, int most) {
        return Math.abs(name.length() - key.length()) > most
                ? most + 1
                : EditDistance.between(key, name, most);
    }

    private static int slipsAllowed(String key) {
        boolean lettersOnly = key.chars().allMatch(Character::isLetter);
        if (!lettersOnly
                || key.length() < LETTERS_FOR_ONE_SLIP
                || key.codePoints().anyMatch(CountryNames::isHan)) {
            return 0;
        }
        return key.length() < LETTERS_FOR_TWO_SLIPS ? 1 : 2;
    }

    private static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private void readCodes() {
        for (var code : Locale.getISOCountries()) {
            var country = new Country(code);
            byCode.put(code, country);
            byCode.putIfAbsent(Locale.of("", code).getISO3Country(), country);
        }
        byCode.put("XK", new Country("XK"));
    }

    private void readLanguage(String language) {
        var locale = new ULocale(language);
        for (var length : List.of(DisplayContext.LENGTH_SHORT, DisplayContext.LENGTH_FULL)) {
            var names = LocaleDisplayNames.getInstance(locale, length);
            for (var country : List.copyOf(byCode.values())) {
                var name = names.regionDisplayName(country.code());
                addCountry(country.code(), name);
                addCountry(country.code(), name.replaceAll("\\s*[(（].*[)）]", ""));
            }
        }
    }

    private void addCountry(String code, String name) {
        var key = TextFolding.key(name);
        var country = byCode.get(code);
        if (!key.isEmpty() && country != null && !regions.contains(key)) {
            if (byName.putIfAbsent(key, country) == null && slipsAllowed(key) > 0) {
                byLength.computeIfAbsent(key.length(), _ -> new ArrayList<>()).add(key);
            }
        }
    }

    private interface Entry {
        void add(String code, String name);
    }

    private static void readTable(String file, Entry entry) {
        for (var line : lines(file)) {
            var tab = line.indexOf('\t');
            for (var name : line.substring(tab + 1).split("\\|")) {
                entry.add(line.substring(0, tab), name);
            }
        }
    }

    private static List<String> lines(String file) {
        var stream = Objects.requireNonNull(CountryNames.class.getResourceAsStream(file), file);
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var lines = new ArrayList<String>();
            reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(lines::add);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
