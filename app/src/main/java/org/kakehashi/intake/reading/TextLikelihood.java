package org.kakehashi.intake.reading;

import java.lang.Character.UnicodeBlock;

/// How much a decoded text looks like something people write. Bytes read in the wrong encoding give
/// half-width katakana, private characters and rare ideographs.
final class TextLikelihood {

    private static final String FREQUENT =
            "大学国際中日本人年月協定部研究科生工医科理文学院北京上海東西南北校名地域数計合立業技術学大国立中学术业东华师范财经韩" + "締結交換留学先機関備考区分科外語";
    private static final int LONGEST = 20_000;

    private TextLikelihood() {}

    /// The mean over all characters beyond ASCII.
    static double of(String text) {
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            if (c > 0x7F) {
                sum += weight(c, i > 0 ? text.charAt(i - 1) : ' ');
                counted++;
            }
        }
        return counted == 0 ? 1 : sum / counted;
    }

    private static double weight(char c, char before) {
        if (FREQUENT.indexOf(c) >= 0) {
            return 3;
        }
        if (c >= 0xFF61 && c <= 0xFF9F || c >= 0xE000 && c <= 0xF8FF || c == 0xFFFD || c < 0xA0) {
            return -4;
        }
        var block = UnicodeBlock.of(c);
        if (block == UnicodeBlock.HIRAGANA || block == UnicodeBlock.KATAKANA) {
            return 1.6;
        }
        if (block == UnicodeBlock.HANGUL_SYLLABLES) {
            return 1.5;
        }
        if (block == UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS) {
            return 0.6;
        }
        if (block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
                || block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS) {
            return 1;
        }
        boolean latin = c < 0x250 && Character.isLetter(c);
        return latin && Character.isLetter(before) && before < 0x80 ? 1 : -0.5;
    }
}
