package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Divides a name into the institution and its units, in whichever order they are written.
///
/// @param institution empty when the text names only units
record NameParts(String institution, List<String> units) {

    /// 北京大学医学部, 서울대학교 공과대학: the unit follows without a comma
    private static final Pattern ASIAN =
            Pattern.compile("^(.{2,}?(?:大学校|大學|大学|대학교))[\\s・/／:：-]*(大学院(?!大学).+|.+)$");

    /// 伦敦大学学院 is a university college: the word for a unit alone names no unit
    private static final Pattern GENERIC = Pattern.compile("学院|學院|学部|學部|学系|學系|系");

    private static final Pattern OF =
            Pattern.compile(
                    "^((?:The )?(?:Faculty|Department|Graduate School|School|Institute|College|Center|Centre|Division)(?: of| for)? .+?) (?:of|at|in) (?:the )?"
                            + "((?:(?:\\p{Lu}[\\p{L}.'’-]*|of|de) )*(?:Universi\\p{L}+|Academy of Sciences)(?: .*)?)$");
    private static final Pattern INSTITUTE =
            Pattern.compile(
                    "(?i)(?<!\\p{L})(?:institut\\p{L}*|laborator\\p{L}*|observator\\p{L}*)(?!\\p{L})");
    private static final Pattern UNIVERSITY = Pattern.compile("(?i)universi\\p{L}+");
    private static final Pattern DASH = Pattern.compile("\\s+[-–—]\\s+|\\s*[:：]\\s+|\\s+/\\s+");
    private static final Pattern ACRONYM = Pattern.compile("[A-Z][A-Z&.-]{1,9}");
    private static final Pattern CAMPUS =
            Pattern.compile("^(.+?)\\s+(?:at|in)\\s+(\\p{Lu}[\\p{L} ]+)$");

    static NameParts of(String text, NameContext context) {
        var asian = asian(text);
        if (!asian.units().isEmpty() || context.isKnown(text)) {
            return asian;
        }
        var commas = commas(text);
        if (!commas.units().isEmpty()) {
            return commas;
        }
        var dash = dash(text);
        if (!dash.units().isEmpty()) {
            return dash;
        }
        var of = OF.matcher(text);
        if (of.matches() && UnitNames.isUnit(of.group(1))) {
            return new NameParts(of.group(2), units(of.group(1)));
        }
        return campus(text, context);
    }

    private static NameParts whole(String text) {
        return new NameParts(text, List.of());
    }

    private static NameParts asian(String text) {
        var match = ASIAN.matcher(text);
        if (!match.matches() || match.group(2).startsWith("(")) {
            return whole(text);
        }
        var institution = match.group(1);
        var rest = match.group(2).strip();
        boolean college =
                institution.endsWith("校") && rest.endsWith("大学")
                        || institution.endsWith("대학교") && rest.endsWith("대학");
        boolean several = Brackets.split(rest, "、・，").stream().allMatch(UnitNames::isUnit);
        boolean generic = GENERIC.matcher(rest).matches();
        boolean unit =
                !generic
                        && (college || rest.startsWith("大学院") || UnitNames.isUnit(rest) || several);
        return unit && !rest.endsWith("院大学")
                ? new NameParts(institution, units(rest))
                : whole(text);
    }

    /// `Faculty of X, University of Y` and `University of Y, School of X`; a comma inside a name
    /// (University of California, Davis) divides nothing.
    private static NameParts commas(String text) {
        var parts = Brackets.split(text, ",，、");
        int institution = -1;
        for (int i = 0; i < parts.size(); i++) {
            boolean unitWithin =
                    UnitNames.isUnit(parts.get(i))
                            && i < parts.size() - 1
                            && !Words.INSTITUTION.begins(parts.get(i));
            if (Words.INSTITUTION.isIn(Brackets.withoutAll(parts.get(i))) && !unitWithin) {
                institution = i;
            }
        }
        if (parts.size() < 2) {
            return whole(text);
        }
        if (institution < 0) {
            return unitFirst(text, parts);
        }
        if (institution == 0) {
            var rest = join(parts.subList(1, parts.size()));
            return UnitNames.isUnit(rest)
                    ? new NameParts(parts.getFirst(), units(rest))
                    : whole(text);
        }
        var before = join(parts.subList(0, institution));
        boolean unit =
                UnitNames.mayBeUnit(before)
                        || isInstituteOfUniversity(before, parts.get(institution))
                        || parts.size() == 2 && ACRONYM.matcher(before).matches();
        return unit
                ? new NameParts(join(parts.subList(institution, parts.size())), units(before))
                : whole(text);
    }

    /// `Northcliff Institution of Oceanography, University of Westbay`
    private static boolean isInstituteOfUniversity(String before, String institution) {
        return INSTITUTE.matcher(before).find()
                && UNIVERSITY.matcher(institution).find()
                && !UNIVERSITY.matcher(before).find();
    }

    /// `Department of X, Karolinska Institutet`: without a word like university, the unit must come
    /// first and the rest must be able to stand alone.
    private static NameParts unitFirst(String text, List<String> parts) {
        var rest = join(parts.subList(1, parts.size()));
        if (UnitNames.isOnlyUnit(rest) && !UnitNames.mayBeUnit(parts.getFirst())) {
            return new NameParts(parts.getFirst(), units(rest)); // KU Leuven, Faculty of Law
        }
        boolean last = parts.size() == 2 && Words.PART.isIn(rest) && !UnitNames.isUnit(rest);
        return last && UnitNames.isUnit(parts.getFirst())
                ? new NameParts(rest, units(parts.getFirst()))
                : whole(text);
    }

    private static NameParts dash(String text) {
        var sides = DASH.split(text, 2);
        if (sides.length < 2) {
            return whole(text);
        }
        if (Words.INSTITUTION.isIn(sides[0])
                && UnitNames.isUnit(sides[1])
                && !Words.INSTITUTION.isIn(sides[1])) {
            return new NameParts(sides[0].strip(), units(sides[1]));
        }
        boolean turned =
                UnitNames.isUnit(sides[0])
                        && !Words.INSTITUTION.isIn(sides[0])
                        && Words.INSTITUTION.isIn(sides[1]);
        return turned ? new NameParts(sides[1].strip(), units(sides[0])) : whole(text);
    }

    /// `Pannasastra University of Cambodia at Siem Reap`, if only the part before it is known.
    private static NameParts campus(String text, NameContext context) {
        var match = CAMPUS.matcher(text);
        return match.matches() && context.isKnown(match.group(1))
                ? new NameParts(match.group(1), List.of(match.group(2)))
                : whole(text);
    }

    private static String join(List<String> parts) {
        return String.join(", ", parts);
    }

    /// `School of A/School of B` are two units, `Arts/Humanities` is one.
    static List<String> units(String text) {
        for (var separators : List.of("/／", ";；", "、")) {
            var parts = Brackets.split(text, separators);
            if (parts.size() > 1 && parts.stream().allMatch(UnitNames::isUnit)) {
                return List.copyOf(parts);
            }
        }
        return new ArrayList<>(List.of(text.strip()));
    }
}
