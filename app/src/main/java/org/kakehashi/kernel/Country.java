package org.kakehashi.kernel;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A country or region (国・地域): ISO 3166-1 alpha-2 code, with the names CLDR gives for it. Hong
/// Kong, Macao and Taiwan have their own codes, as in the statistics of Japanese universities.
public record Country(String code) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    public Country {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("Not an ISO 3166-1 alpha-2 code: " + code);
        }
    }

    /// The usual name in the given language, e.g. 韓国, South Korea.
    public String name(Locale locale) {
        return LocaleDisplayNames.getInstance(
                        ULocale.forLocale(locale), DisplayContext.LENGTH_SHORT)
                .regionDisplayName(code);
    }

    /// Every country and region, sorted by name as the language sorts.
    public static List<Country> all(Locale locale) {
        var collator = Collator.getInstance(ULocale.forLocale(locale));
        return Countries.all().stream()
                .sorted(Comparator.comparing(country -> country.name(locale), collator::compare))
                .toList();
    }

    @Override
    public String toString() {
        return code;
    }
}
