package org.kakehashi.intake.reading;

import java.lang.Character.UnicodeBlock;
import java.nio.charset.Charset;

/// How much a decoded text looks like something people write. Bytes read in the wrong encoding give
/// half-width katakana, private and rare characters, capitals within words, letters of two scripts
/// in one word.
final class TextLikelihood {

    private static final String FREQUENT =
            "大学国際中日本人年月協定部研究科生工医科理文学院北京上海東西南北校名地域数計合立業技術学大国立中学术业东华师范财经韩"
                    + "締結交換留学先機関備考区分科外語國學際協東機關締臺灣대학교국립한일본중미독영프랑스시도과원기술연구협정체결번호"
                    + "明小家名称签署日期类型效期";
    private static final int LONGEST = 20_000;

    /// Letters that languages written in Windows-1252, and in Windows-1250, use often.
    private static final String WESTERN = "áàâãäåçéèêëíîïñóôõöøúûüßÁÀÂÄÅÇÉÈÊÍÎÓÔÖØÚÜ";

    private static final String CENTRAL =
            "ąćęłńóśźżáčďéěíňřšťúůýžäöüőűăâîșțşţđßğıİŞĞŁŚŻŹĆČŘŠŽŐÁÉÍÓÖÜ";

    private final Charset charset;

    private TextLikelihood(Charset charset) {
        this.charset = charset;
    }

    /// The mean over all characters beyond ASCII.
    ///
    /// @param charset in which the text was decoded
    static double of(String text, Charset charset) {
        var likelihood = new TextLikelihood(charset);
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            if (c > 0x7F) {
                char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                sum += likelihood.weight(c, i > 0 ? text.charAt(i - 1) : ' ', after);
                counted++;
            }
        }
        return counted == 0 ? 1 : sum / counted;
    }

    private double weight(char c, char before, char after) {
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
        if (block == UnicodeBlock.HANGUL_SYLLABLES
                || block == UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS) {
            return within(before, after) ? -2 : isEveryday(c) ? 1.2 : 0;
        }
        if (block == UnicodeBlock.THAI) {
            return within(before, after) ? -2 : 1.2;
        }
        if (block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
                || block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS
                || c == '№'
                || c == '–'
                || c == '’') {
            return 1;
        }
        return Character.isLetter(c) ? letter(c, before, after) : -0.5;
    }

    /// In the middle of a word of small Latin letters.
    private static boolean within(char before, char after) {
        return before >= 'a' && before <= 'z' || after >= 'a' && after <= 'z';
    }

    /// The double-byte sets hold the characters of everyday use in a range of their own.
    private boolean isEveryday(char c) {
        byte[] bytes = String.valueOf(c).getBytes(charset);
        if (bytes.length != 2) {
            return false;
        }
        int lead = bytes[0] & 0xFF;
        boolean second = (bytes[1] & 0xFF) >= 0xA1;
        return switch (charset.name()) {
            case "windows-31j" -> lead >= 0x88 && lead <= 0x98;
            case "EUC-JP" -> lead >= 0xB0 && lead <= 0xCF;
            case "x-windows-949" -> lead >= 0xB0 && lead <= 0xC8 && second;
            case "GB18030" -> lead >= 0xB0 && lead <= 0xD7 && second;
            case "Big5" -> lead >= 0xA4 && lead <= 0xC6;
            default -> false;
        };
    }

    /// Words are written in one script and have capitals in front only, or throughout.
    private static double letter(char c, char before, char after) {
        boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(before);
        if (c < 0x250) {
            return latin(c, before, capitalInside);
        }
        boolean joined =
                !Character.isLetter(before) || UnicodeBlock.of(before) == UnicodeBlock.of(c);
        if (capitalInside || !joined || within(before, after)) {
            return -0.5;
        }
        return Character.isUpperCase(c) && Character.isUpperCase(before) ? 0.4 : 1.2;
    }

    private static double latin(char c, char before, boolean capitalInside) {
        boolean joined = !Character.isLetter(before) || before < 0x250;
        boolean manyInARow = before > 0x7F && Character.isLetter(before);
        if (capitalInside || !joined || manyInARow) {
            return -0.5;
        }
        return WESTERN.indexOf(c) >= 0 || CENTRAL.indexOf(c) >= 0 ? 1 : 0.3;
    }
}
