package org.kakehashi.resolver.text;

import java.util.Map;

/// The older romanisation of Mandarin, which Taiwan uses for names: zhengzhi is chengchih there,
/// gaoxiong kaohsiung. Apostrophes are left out as names leave them out.
final class WadeGiles {

    private static final String[][] INITIALS = {
        {"zh", "ch"},
        {"ch", "ch"},
        {"sh", "sh"},
        {"b", "p"},
        {"d", "t"},
        {"g", "k"},
        {"j", "ch"},
        {"q", "ch"},
        {"x", "hs"},
        {"z", "ts"},
        {"c", "ts"},
        {"r", "j"}
    };
    private static final Map<String, String> WHOLE =
            Map.ofEntries(
                    Map.entry("zhi", "chih"),
                    Map.entry("chi", "chih"),
                    Map.entry("shi", "shih"),
                    Map.entry("ri", "jih"),
                    Map.entry("zi", "tzu"),
                    Map.entry("ci", "tzu"),
                    Map.entry("si", "ssu"),
                    Map.entry("yan", "yen"),
                    Map.entry("ye", "yeh"),
                    Map.entry("you", "yu"),
                    Map.entry("yi", "i"),
                    Map.entry("er", "erh"));

    private WadeGiles() {}

    /// @param syllable in pinyin without tones
    static String of(String syllable) {
        String whole = WHOLE.get(syllable);
        if (whole != null) {
            return whole;
        }
        for (String[] initial : INITIALS) {
            if (syllable.startsWith(initial[0])) {
                return initial[1] + rest(syllable.substring(initial[0].length()));
            }
        }
        return rest(syllable);
    }

    private static String rest(String end) {
        return end.replace("ong", "ung")
                .replaceAll("ian$", "ien")
                .replaceAll("ie$", "ieh")
                .replaceAll("ue$", "ueh");
    }
}
