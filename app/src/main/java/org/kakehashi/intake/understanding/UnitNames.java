package org.kakehashi.intake.understanding;

import java.util.regex.Pattern;

/// Tells names of faculties, departments and the like.
final class UnitNames {

    private static final int LONGEST_CJK = 40;
    private static final Pattern ORNAMENTS =
            Pattern.compile("^[\\s【〔［\\[《〈<＜「『■□◆◇●○◎★☆▼▽▲△・•]+|[\\s】〕］\\]》〉>＞」』■□◆◇●○◎★☆▼▽▲△]+$");

    private UnitNames() {}

    /// The text can only be a part of an institution: it begins with such a word (Faculty of …) or,
    /// in Japanese, Chinese and Korean, ends with one (文学研究科).
    static boolean isUnit(String text) {
        var name = text.strip();
        if (Words.UNIT.begins(name)) {
            return true;
        }
        boolean cjk = !name.isEmpty() && Words.isCjk(name.codePointBefore(name.length()));
        return cjk && name.length() <= LONGEST_CJK && Words.UNIT_END.ends(name);
    }

    /// 【文学研究科】, ■ Faculty of Law: a heading without its ornaments.
    static String undecorated(String heading) {
        return ORNAMENTS.matcher(heading.strip()).replaceAll("").strip();
    }

    /// The text may be a part of an institution when one stands beside it: it has such a word
    /// anywhere (Nissan Institute of Japanese Studies).
    static boolean mayBeUnit(String text) {
        return isUnit(text) || Words.UNIT.isIn(text) && !Words.INSTITUTION.isIn(text);
    }
}
