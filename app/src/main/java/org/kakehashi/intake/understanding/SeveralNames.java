package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Several institutions in one cell.
final class SeveralNames {

    /// ストラスブール第一・第二・第三大学: one stem, several numbers.
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "^(.{2,}?)(第?[一二三四五六七八九十\\d]{1,2})((?:[・、,/と及び]+第?[一二三四五六七八九十\\d]{1,2})+)(大学|大學|대학)$");

    private static final Pattern NUMBER = Pattern.compile("第?[一二三四五六七八九十\\d]{1,2}");
    private static final int ENOUGH_AT_COMMAS = 3;

    private SeveralNames() {}

    /// One text for each institution; the text itself when there is only one.
    static List<String> split(String text) {
        var numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            return numbered(
                    numbered.group(1), numbered.group(2), numbered.group(3), numbered.group(4));
        }
        for (var separators : List.of("、，", ";；", "\n", "/／", "・", ",")) {
            var parts = Brackets.split(text, separators);
            if (parts.size() > 1 && areInstitutions(parts, separators)) {
                return parts;
            }
        }
        return List.of(text);
    }

    private static List<String> numbered(String stem, String first, String more, String end) {
        var names = new ArrayList<>(List.of(stem + first + end));
        var numbers = NUMBER.matcher(more);
        while (numbers.find()) {
            names.add(stem + numbers.group() + end);
        }
        return names;
    }

    private static boolean areInstitutions(List<String> parts, String separators) {
        boolean commas = separators.equals(",");
        if (commas && parts.size() < ENOUGH_AT_COMMAS) {
            return false;
        }
        int cjk = 0;
        for (var part : parts) {
            boolean institution = Words.INSTITUTION.isIn(part) || !commas && standsAlone(part);
            if (!institution
                    || UnitNames.isUnit(part) && !Words.INSTITUTION.isIn(part)
                    || isGeneric(part)) {
                return false;
            }
            cjk += BracketSense.isCjk(part) ? 1 : 0;
        }
        return cjk == 0 || cjk == parts.size();
    }

    private static boolean standsAlone(String part) {
        return Words.PART.isIn(part) && !UnitNames.isUnit(part);
    }

    /// `State University` alone names nothing; it is a piece of a longer name.
    private static boolean isGeneric(String part) {
        return Brackets.withoutAll(part).split("\\s+").length < 2 && !BracketSense.isCjk(part)
                || part.length() < 3;
    }
}
