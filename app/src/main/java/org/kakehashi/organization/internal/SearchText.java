package org.kakehashi.organization.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.text.Scripts;
import org.kakehashi.resolver.text.Units;

/// What the search index keeps of an organization: its names folded, each on a line of its own
/// between line feeds, and their pieces ([Grams]). A line of words has a space before each word; an
/// East Asian line has no spaces; a domain begins with `@`. Names in kana are also there in Latin
/// letters, Chinese names in pinyin and katakana.
final class SearchText {
    private static final Set<String> CHINESE = Set.of("CN", "TW", "HK", "MO", "SG");

    private final Set<String> lines = new LinkedHashSet<>();
    private final Grams grams = new Grams();

    /// @param language ISO 639-1 code, null when not stated
    /// @param country where the organization is, null when unknown
    SearchText name(String name, @Nullable String language, @Nullable String country) {
        Units units = Units.of(name);
        List<String> words = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean eastAsian = false;
        for (int i = 0; i < units.size(); i++) {
            run.append(units.get(i));
            if (units.isEastAsian(i)) {
                eastAsian = true;
            } else {
                words.add(units.get(i));
            }
        }
        if (eastAsian) {
            eastAsian(run.toString(), language, country);
        }
        words(words);
        return this;
    }

    SearchText domain(String address) {
        String host = Domains.host(address);
        if (!host.isEmpty() && lines.add("@" + host)) {
            grams.word("@" + host);
        }
        return this;
    }

    String folded() {
        return "\n" + String.join("\n", lines) + "\n";
    }

    int[] grams() {
        return grams.toArray();
    }

    private void words(List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        List<String> loose = words.stream().map(Spelling::loose).toList();
        wordLine(loose);
        wordLine(loose.stream().map(Spelling::otherNasal).toList());
        if (words.size() > 1 && words.getFirst().equals("the")) {
            wordLine(loose.subList(1, loose.size()));
        }
        wordLine(lettersJoined(loose));
    }

    /// A.B.C. College as ABC College.
    private static List<String> lettersJoined(List<String> words) {
        List<String> joined = new ArrayList<>();
        boolean letter = false;
        for (String word : words) {
            if (letter && word.length() == 1) {
                joined.add(joined.removeLast() + word);
            } else {
                joined.add(word);
            }
            letter = word.length() == 1;
        }
        return joined;
    }

    private void wordLine(List<String> words) {
        if (lines.add(" " + String.join(" ", words))) {
            words.forEach(grams::word);
        }
    }

    private void eastAsian(String folded, @Nullable String language, @Nullable String country) {
        runLine(Spelling.kana(folded));
        kanaRuns(folded).forEach(kana -> wordLine(List.of(Spelling.roman(kana))));
        if (isChinese(folded, language, country)) {
            String pinyin = ChineseSound.pinyin(folded);
            if (!pinyin.isEmpty()) {
                wordLine(List.of(Spelling.loose(pinyin)));
            }
            runLine(Spelling.kana(ChineseSound.katakana(folded, true)));
            runLine(Spelling.kana(ChineseSound.katakana(folded, false)));
        }
    }

    private void runLine(String run) {
        if (!run.isEmpty() && lines.add(run)) {
            grams.run(run);
        }
    }

    private static boolean isChinese(
            String folded, @Nullable String language, @Nullable String country) {
        boolean stated = "zh".equals(language);
        boolean likely = language == null && country != null && CHINESE.contains(country);
        return (stated || likely) && folded.chars().allMatch(c -> Scripts.isHan((char) c));
    }

    private static List<String> kanaRuns(String folded) {
        List<String> runs = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= folded.length(); i++) {
            if (i == folded.length() || !Scripts.isKana(folded.charAt(i))) {
                if (i - start > 1) {
                    runs.add(folded.substring(start, i));
                }
                start = i + 1;
            }
        }
        return runs;
    }

    /// Internet domains out of addresses of all kinds.
    static final class Domains {
        private Domains() {}

        /// `https://www.ee.example.edu/x` and `a@ee.example.edu` give `ee.example.edu`; empty when
        /// there is no domain.
        static String host(String address) {
            String host = address.strip().toLowerCase(Locale.ROOT);
            host = host.replaceFirst("^[a-z]+://", "").replaceFirst("[/?#:].*$", "");
            host = host.replaceFirst("^.*@", "").replaceFirst("^www\\d?\\.", "");
            return host.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+\\.?") ? host : "";
        }
    }
}
