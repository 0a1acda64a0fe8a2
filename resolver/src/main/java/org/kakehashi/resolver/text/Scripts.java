package org.kakehashi.resolver.text;

/// Which characters are written without spaces between words and therefore stand alone as units.
public final class Scripts {

    private Scripts() {}

    /// Han, kana and hangul.
    public static boolean isEastAsian(char c) {
        return c >= 0x3005
                && (isKana(c)
                        || isHan(c)
                        || c >= 0xAC00 && c <= 0xD7A3
                        || Character.isSurrogate(c)
                        || c == 0x3005
                        || c == 0x3007);
    }

    public static boolean isKana(char c) {
        return c >= 0x3041 && c <= 0x30FF && c != 0x30FB;
    }

    public static boolean isHan(char c) {
        return c >= 0x3400 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF;
    }

    public static boolean isHangul(char c) {
        return c >= 0xAC00 && c <= 0xD7A3;
    }
}
