package org.kakehashi.resolver.text;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Set;

/// Where a text in Han characters was probably written: the national character sets differ in the
/// forms they hold, 东 is only in the Chinese one, 東 not in it, 学 not in the Taiwanese one.
public final class HanUse {

    private static final Set<String> JAPAN = Set.of("JP");
    private static final Set<String> CHINA = Set.of("CN", "SG");
    private static final Set<String> TAIWAN = Set.of("TW", "HK", "MO");
    private static final Set<String> KOREA = Set.of("KR");

    private HanUse() {}

    /// ISO 3166-1 alpha-2 codes, the likely ones; empty where the characters do not tell.
    public static Set<String> countries(String text) {
        if (text.chars().noneMatch(c -> Scripts.isEastAsian((char) c))) {
            return Set.of();
        }
        if (text.chars().anyMatch(c -> Scripts.isKana((char) c) && c != 'ー')) {
            return JAPAN;
        }
        if (text.chars().anyMatch(c -> c >= 0xAC00 && c <= 0xD7A3)) {
            return KOREA;
        }
        boolean japanese = holds("Shift_JIS", text) && text.chars().noneMatch(HanForms::isOld);
        boolean simplified = holds("GB2312", text);
        boolean traditional = holds("Big5", text);
        if (japanese && !simplified && !traditional) {
            return JAPAN;
        }
        if (simplified && !japanese && !traditional) {
            return CHINA;
        }
        return traditional && !japanese && !simplified ? TAIWAN : Set.of();
    }

    private static boolean holds(String charset, String text) {
        CharsetEncoder encoder = Charset.forName(charset).newEncoder();
        return text.chars()
                .filter(c -> Scripts.isHan((char) c))
                .allMatch(c -> encoder.canEncode((char) c));
    }
}
