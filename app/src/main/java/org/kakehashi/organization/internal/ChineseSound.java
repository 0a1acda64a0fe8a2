package org.kakehashi.organization.internal;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// How a Chinese name is spoken: in pinyin, and in the katakana a Japanese reader writes for it (清华
/// → qinghua → チンホワ). Syllables follow the usual transcription tables: unaspirated consonants have
/// a voiced and a voiceless form (北京 ベイジン, ペイチン).
final class ChineseSound {
    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin");
    private static final Map<Integer, String> SYLLABLES = new ConcurrentHashMap<>();

    private static final String[] INITIALS = {
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r",
        "z", "c", "s"
    };

    /// Voiced column of the kana row a consonant takes, by vowel a, i, u, e, o; the voiceless one
    /// follows where the two differ.
    private static final Map<String, String> ROWS =
            Map.ofEntries(
                    Map.entry("b", "バ,ビ,ブ,ベ,ボ;パ,ピ,プ,ペ,ポ"),
                    Map.entry("p", "パ,ピ,プ,ペ,ポ"),
                    Map.entry("m", "マ,ミ,ム,メ,モ"),
                    Map.entry("f", "フア,フイ,フ,フエ,フオ"),
                    Map.entry("d", "ダ,デイ,ドウ,デ,ド;タ,テイ,トウ,テ,ト"),
                    Map.entry("t", "タ,テイ,トウ,テ,ト"),
                    Map.entry("n", "ナ,ニ,ヌ,ネ,ノ"),
                    Map.entry("l", "ラ,リ,ル,レ,ロ"),
                    Map.entry("g", "ガ,ギ,グ,ゲ,ゴ;カ,キ,ク,ケ,コ"),
                    Map.entry("k", "カ,キ,ク,ケ,コ"),
                    Map.entry("h", "ハ,ヒ,フ,ヘ,ホ"),
                    Map.entry("j", "ジヤ,ジ,ジユ,ジエ,ジヨ;チヤ,チ,チユ,チエ,チヨ"),
                    Map.entry("q", "チヤ,チ,チユ,チエ,チヨ"),
                    Map.entry("x", "シヤ,シ,シユ,シエ,シヨ"),
                    Map.entry("zh", "ジヤ,ジ,ジユ,ジエ,ジヨ;チヤ,チ,チユ,チエ,チヨ"),
                    Map.entry("ch", "チヤ,チ,チユ,チエ,チヨ"),
                    Map.entry("sh", "シヤ,シ,シユ,シエ,シヨ"),
                    Map.entry("r", "ラ,リ,ル,レ,ロ"),
                    Map.entry("z", "ザ,ズ,ズ,ゼ,ゾ;ツア,ツ,ツ,ツエ,ツオ"),
                    Map.entry("c", "ツア,ツ,ツ,ツエ,ツオ"),
                    Map.entry("s", "サ,ス,ス,セ,ソ"));

    /// Finals as vowel index of the consonant's kana, then what follows.
    private static final Map<String, String> FINALS =
            Map.ofEntries(
                    Map.entry("a", "0"),
                    Map.entry("ai", "0イ"),
                    Map.entry("an", "0ン"),
                    Map.entry("ang", "0ン"),
                    Map.entry("ao", "0オ"),
                    Map.entry("e", "3"),
                    Map.entry("ei", "3イ"),
                    Map.entry("en", "3ン"),
                    Map.entry("eng", "3ン"),
                    Map.entry("i", "1"),
                    Map.entry("ia", "1ヤ"),
                    Map.entry("ian", "1エン"),
                    Map.entry("iang", "1ヤン"),
                    Map.entry("iao", "1ヤオ"),
                    Map.entry("ie", "1エ"),
                    Map.entry("in", "1ン"),
                    Map.entry("ing", "1ン"),
                    Map.entry("iong", "1ヨン"),
                    Map.entry("iu", "1ユウ"),
                    Map.entry("o", "4"),
                    Map.entry("ong", "4ン"),
                    Map.entry("ou", "4ウ"),
                    Map.entry("u", "2"),
                    Map.entry("ua", "2ア"),
                    Map.entry("uai", "2アイ"),
                    Map.entry("uan", "2アン"),
                    Map.entry("uang", "2アン"),
                    Map.entry("ue", "2エ"),
                    Map.entry("ui", "2イ"),
                    Map.entry("un", "2ン"),
                    Map.entry("uo", "2オ"));

    private static final Map<String, String> ALONE =
            Map.ofEntries(
                    Map.entry("a", "ア"),
                    Map.entry("ai", "アイ"),
                    Map.entry("an", "アン"),
                    Map.entry("ang", "アン"),
                    Map.entry("ao", "アオ"),
                    Map.entry("e", "エ"),
                    Map.entry("en", "エン"),
                    Map.entry("er", "アル"),
                    Map.entry("ou", "オウ"),
                    Map.entry("ya", "ヤ"),
                    Map.entry("yan", "イエン"),
                    Map.entry("yang", "ヤン"),
                    Map.entry("yao", "ヤオ"),
                    Map.entry("ye", "イエ"),
                    Map.entry("yi", "イ"),
                    Map.entry("yin", "イン"),
                    Map.entry("ying", "イン"),
                    Map.entry("yong", "ヨン"),
                    Map.entry("you", "ヨウ"),
                    Map.entry("yu", "ユ"),
                    Map.entry("yuan", "ユアン"),
                    Map.entry("yue", "ユエ"),
                    Map.entry("yun", "ユン"),
                    Map.entry("wa", "ワ"),
                    Map.entry("wai", "ワイ"),
                    Map.entry("wan", "ワン"),
                    Map.entry("wang", "ワン"),
                    Map.entry("wei", "ウエイ"),
                    Map.entry("wen", "ウエン"),
                    Map.entry("weng", "ウオン"),
                    Map.entry("wo", "ウオ"),
                    Map.entry("wu", "ウ"),
                    Map.entry("hua", "ホワ"),
                    Map.entry("huai", "ホワイ"),
                    Map.entry("huan", "ホワン"),
                    Map.entry("huang", "ホワン"));

    private ChineseSound() {}

    /// The pinyin of a name without tones and spaces; empty if a character has no reading.
    static String pinyin(String han) {
        StringBuilder out = new StringBuilder();
        return han.codePoints().allMatch(cp -> append(out, syllable(cp))) ? out.toString() : "";
    }

    /// The name in katakana; empty if a character has no reading.
    static String katakana(String han, boolean voiced) {
        StringBuilder out = new StringBuilder();
        return han.codePoints().allMatch(cp -> append(out, kana(syllable(cp), voiced)))
                ? out.toString()
                : "";
    }

    private static boolean append(StringBuilder out, @Nullable String part) {
        if (part != null) {
            out.append(part);
        }
        return part != null;
    }

    private static @Nullable String syllable(int cp) {
        String known = SYLLABLES.computeIfAbsent(cp, ChineseSound::read);
        return known.isEmpty() ? null : known;
    }

    private static String read(int cp) {
        String latin = PINYIN.transliterate(Character.toString(cp));
        StringBuilder letters = new StringBuilder();
        Normalizer2.getNFDInstance()
                .normalize(latin)
                .chars()
                .filter(c -> c >= 'a' && c <= 'z')
                .forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    private static @Nullable String kana(@Nullable String syllable, boolean voiced) {
        if (syllable == null || ALONE.containsKey(syllable)) {
            return syllable == null ? null : ALONE.get(syllable);
        }
        for (String initial : INITIALS) {
            String ending =
                    FINALS.get(syllable.substring(Math.min(initial.length(), syllable.length())));
            if (syllable.startsWith(initial) && ending != null) {
                return row(initial, voiced)[ending.charAt(0) - '0'] + ending.substring(1);
            }
        }
        return null;
    }

    private static String[] row(String initial, boolean voiced) {
        String[] rows = String.valueOf(ROWS.get(initial)).split(";", -1);
        return rows[voiced ? 0 : rows.length - 1].split(",", -1);
    }
}
