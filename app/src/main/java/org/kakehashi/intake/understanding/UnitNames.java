package org.kakehashi.intake.understanding;

import java.util.regex.Pattern;

/// Tells names of faculties, departments and the like.
final class UnitNames {

    private static final int LONGEST_CJK = 40;
    private static final Pattern ORNAMENTS =
            Pattern.compile("^[\\s【〔［\\[《〈<＜「『■□◆◇●○◎★☆▼▽▲△・•]+|[\\s】〕］\\]》〉>＞」』■□◆◇●○◎★☆▼▽▲△]+$");

    private static final Pattern FACULTY =
            Pattern.compile(
                    "^(?:the )?(?:facult\\p{L}*|facult[éà]|faculdade|facoltà|fakult\\p{L}*|department|dept\\.?|departamento|département"
                            + "|dipartimento|division|graduate school|fachbereich|wydział)(?!\\p{L})",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

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

    /// A unit by a word that no institution of its own begins with: Faculty, Department, but not
    /// Institute or School.
    static boolean isOnlyUnit(String text) {
        return FACULTY.matcher(text.strip()).find();
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
