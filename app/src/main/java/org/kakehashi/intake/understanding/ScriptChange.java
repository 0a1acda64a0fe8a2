package org.kakehashi.intake.understanding;

import java.util.regex.Pattern;

/// One name in two scripts on one line: `東湖大学 Donghu University`, `Donghu University 東湖大学`.
final class ScriptChange {

    private static final String CJK = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}ー";
    private static final String LATIN = "(\\p{IsLatin}[^" + CJK + "]*\\p{IsLatin}\\.?)";
    private static final Pattern CJK_FIRST =
            Pattern.compile("^([" + CJK + "・々〇\\s]*[" + CJK + "])\\s*" + LATIN + "$");
    private static final Pattern LATIN_FIRST =
            Pattern.compile("^" + LATIN + "\\s*([" + CJK + "][" + CJK + "・々〇\\s]*)$");

    private ScriptChange() {}

    /// Both names, or the text alone. Each side must be a name of an institution by itself, so that
    /// `RMIT大学` and `ABC 研究所` stay whole.
    static String[] split(String text) {
        for (var pattern : new Pattern[] {CJK_FIRST, LATIN_FIRST}) {
            var match = pattern.matcher(text.strip());
            if (match.matches() && isName(match.group(1)) && isName(match.group(2))) {
                return new String[] {match.group(1).strip(), match.group(2).strip()};
            }
        }
        return new String[] {text};
    }

    private static boolean isName(String side) {
        boolean institution = Words.INSTITUTION.isIn(side) || Words.PART.isIn(side);
        boolean words = BracketSense.isCjk(side) || side.strip().contains(" ");
        return institution && words && !UnitNames.isUnit(side);
    }
}
