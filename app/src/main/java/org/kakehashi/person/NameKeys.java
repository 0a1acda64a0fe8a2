package org.kakehashi.person;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.TextFolding;

/// Keys under which the same person is found whatever script, order or romanisation a list uses:
/// `l:taro|yamada` for ヤマダ タロウ, Yamada Tarō and Taro YAMADA. For comparison only.
public final class NameKeys {
    private static final Map<String, String> KANA = kana();

    private NameKeys() {}

    /// Keys of the name in every script it is known in.
    public static Set<String> of(PersonNames names) {
        Set<String> keys = new LinkedHashSet<>();
        if (names.latin().known()) {
            add(keys, latin(names.inLatin()));
        }
        if (names.kana().known()) {
            add(keys, latin(romanised(names.kana().familyFirst())));
        }
        if (names.own().known()) {
            String own = names.own().familyFirst();
            if (isKana(own)) {
                add(keys, latin(romanised(own)));
            } else if (isLatin(own)) {
                add(keys, latin(own));
            } else {
                String key = TextFolding.key(own);
                if (!key.isEmpty()) {
                    keys.add("n:" + key);
                }
            }
        }
        return keys;
    }

    /// First letters of the words, in alphabetical order: two misspellings of a name share them.
    public static @Nullable String initials(Collection<String> keys) {
        return keys.stream()
                .filter(key -> key.startsWith("l:"))
                .map(key ->
                        Arrays.stream(key.substring(2).split("\\|"))
                                .map(word -> word.substring(0, 1))
                                .collect(Collectors.joining()))
                .findFirst()
                .orElse(null);
    }

    private static void add(Set<String> keys, String key) {
        if (!key.isEmpty()) {
            keys.add("l:" + key);
        }
    }

    private static String latin(String text) {
        TreeSet<String> words = new TreeSet<>();
        for (String word : TextFolding.words(text.replace("-", "")).split(" ")) {
            String folded = hepburn(word);
            if (!folded.isEmpty()) {
                words.add(folded);
            }
        }
        return String.join("|", words);
    }

    /// Long vowels, Kunrei spellings and m before b and p, brought to one form.
    private static String hepburn(String word) {
        return word.replaceAll("oh(?=[^aeiou]|$)", "o")
                .replaceAll("ou|oo", "o")
                .replaceAll("uu", "u")
                .replaceAll("sy(?=[auo])", "sh")
                .replaceAll("ty(?=[auo])", "ch")
                .replaceAll("[zdj]y(?=[auo])", "j")
                .replaceAll("si", "shi")
                .replaceAll("ti", "chi")
                .replaceAll("tu", "tsu")
                .replaceAll("(?<![cs])hu", "fu")
                .replaceAll("[zd]i", "ji")
                .replaceAll("m(?=[bp])", "n");
    }

    private static boolean isKana(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> {
                    Character.UnicodeScript script = Character.UnicodeScript.of(c);
                    return script == Character.UnicodeScript.HIRAGANA
                            || script == Character.UnicodeScript.KATAKANA
                            || c == 'ー';
                });
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    /// A name in kana as one sorts it among names in Latin letters.
    public static String reading(String kana) {
        return TextFolding.words(romanised(kana));
    }

    /// Kana in Hepburn letters, words kept apart.
    static String romanised(String kana) {
        String text = TextFolding.tidy(kana);
        StringBuilder out = new StringBuilder();
        boolean doubled = false;
        for (int i = 0; i < text.length(); i++) {
            char c = katakana(text.charAt(i));
            if (c == 'ッ') {
                doubled = true;
                continue;
            }
            if (c == 'ー') {
                continue;
            }
            String two =
                    i + 1 < text.length()
                            ? "" + c + katakana(text.charAt(i + 1))
                            : String.valueOf(c);
            String sound = KANA.get(two);
            if (sound != null && two.length() == 2) {
                i++;
            } else {
                sound = KANA.getOrDefault(String.valueOf(c), String.valueOf(c));
            }
            out.append(doubled && !sound.isBlank() ? sound.substring(0, 1) + sound : sound);
            doubled = false;
        }
        return out.toString();
    }

    private static char katakana(char c) {
        return c >= 'ぁ' && c <= 'ゖ' ? (char) (c + ('ァ' - 'ぁ')) : c;
    }

    private static Map<String, String> kana() {
        Map<String, String> map = new LinkedHashMap<>();
        String[] rows = {
            "アイウエオ a i u e o",
            "カキクケコ ka ki ku ke ko",
            "サシスセソ sa shi su se so",
            "タチツテト ta chi tsu te to",
            "ナニヌネノ na ni nu ne no",
            "ハヒフヘホ ha hi fu he ho",
            "マミムメモ ma mi mu me mo",
            "ヤユヨ ya yu yo",
            "ラリルレロ ra ri ru re ro",
            "ワヲンヴ wa o n vu",
            "ガギグゲゴ ga gi gu ge go",
            "ザジズゼゾ za ji zu ze zo",
            "ダヂヅデド da ji zu de do",
            "バビブベボ ba bi bu be bo",
            "パピプペポ pa pi pu pe po",
            "ァィゥェォ a i u e o",
            "ャュョ ya yu yo"
        };
        for (String row : rows) {
            String[] parts = row.split(" ");
            for (int i = 0; i < parts[0].length(); i++) {
                map.put(parts[0].substring(i, i + 1), parts[i + 1]);
            }
        }
        String[][] combined = {
            {"キ", "ky"}, {"シ", "sh"}, {"チ", "ch"}, {"ニ", "ny"}, {"ヒ", "hy"}, {"ミ", "my"},
            {"リ", "ry"}, {"ギ", "gy"}, {"ジ", "j"}, {"ヂ", "j"}, {"ビ", "by"}, {"ピ", "py"}
        };
        for (String[] one : combined) {
            map.put(one[0] + "ャ", one[1] + "a");
            map.put(one[0] + "ュ", one[1] + "u");
            map.put(one[0] + "ョ", one[1] + "o");
        }
        map.put("シェ", "she");
        map.put("チェ", "che");
        map.put("ジェ", "je");
        map.put("ティ", "ti");
        map.put("ディ", "di");
        map.put("ファ", "fa");
        map.put("フィ", "fi");
        map.put("フェ", "fe");
        map.put("フォ", "fo");
        return map;
    }
}
