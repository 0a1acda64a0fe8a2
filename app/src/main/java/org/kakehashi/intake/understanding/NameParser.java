package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.TextFolding;

/// Takes the cell of an institution apart: one or several institutions, each with its other names,
/// units, and whatever else stands in brackets.
final class NameParser {

    private static final Pattern MARKS =
            Pattern.compile("^[\\s♦★☆※◎○●◆■□†‡*＊▲△▼▽#\\p{So}]+|[\\s♦★☆※◎○●◆■□†‡*＊▲△▼▽\\p{So}]+$");

    /// Flag: the alternative behind it is a former name.
    static final String FORMER = "former_name:";

    private static final Pattern LINES = Pattern.compile("\\s*[\\r\\n]+\\s*");
    private static final Pattern ORDINAL =
            Pattern.compile("^(?:\\(?\\d{1,3}[.)]|[①-⑳]|[•·・-])\\s*(?=\\p{L})");
    private static final Pattern TAIL =
            Pattern.compile("^(.{4,}?)\\s*(?:,|，|、|\\s[/／–—-])\\s*([^,，、/／]{2,50})$");
    private static final Pattern TIME_BEHIND =
            Pattern.compile(
                    "^(.{4,}?(?:[)）](?=\\s*\\S)|(?=\\s*[,、，:：]|\\s+[-–—]\\s)))([^()（）]*\\d[^()（）]*)$");
    private static final Pattern PLACE = Pattern.compile("\\p{Lu}[\\p{L}'’. -]+");

    /// *1, ※2, (注3), ¹: refers to a note below the table
    private static final Pattern FOOTNOTE =
            Pattern.compile(
                    "(?<=\\p{L}|[)）])\\s*(?:[(（]\\s*)?(?:[*＊※†‡]{1,2}\\s*\\d{1,2}|注\\s*\\d{1,2}|[¹²³⁴-⁹]{1,2})\\)?(?:\\s*[)）])?$");

    private static final Pattern COMPLETED =
            Pattern.compile(".*(?<!\\p{L})(?:of|de) \\p{Lu}[\\p{L}' -]+$");
    private static final Pattern SLASH = Pattern.compile("\\s*[/／]\\s*");

    private final NameContext context;

    NameParser(NameContext context) {
        this.context = context;
    }

    List<ParsedName> parse(String written) {
        var text = ORDINAL.matcher(plain(written)).replaceFirst("");
        var outer = MARKS.matcher(text).replaceAll("");
        var other = new ArrayList<String>();
        var start = ParsedName.of("");
        for (var square : Brackets.find(outer, '[', ']').reversed()) {
            start = ofSquare(start, square.content(), other);
            outer = Brackets.without(outer, square);
        }
        outer = byScript(outer, other);
        var names = new ArrayList<ParsedName>();
        for (var one : SeveralNames.split(outer)) {
            names.add(one(start, ORDINAL.matcher(TextFolding.tidySpaces(one)).replaceFirst("")));
        }
        if (names.size() == 1) {
            var name = names.getFirst();
            for (var alternative : other.reversed()) {
                name = name.withAlternative(alternative);
            }
            return List.of(name);
        }
        return names;
    }

    private static String plain(String written) {
        return FOOTNOTE.matcher(Brackets.plain(written).strip()).replaceFirst("");
    }

    /// `name[other name (remark)]`
    private ParsedName ofSquare(ParsedName start, String content, List<String> other) {
        var name = start;
        for (var bracket : Brackets.find(content, '(', ')')) {
            var reading = DateReader.read(bracket.content());
            boolean time =
                    BracketSense.of(bracket.content(), content, context) == BracketSense.TIME;
            name = time ? name.dated(reading) : name;
        }
        var alternative = Brackets.withoutAll(content);
        if (alternative.codePoints().anyMatch(Character::isLetter)) {
            other.add(TextFolding.tidySpaces(alternative));
        }
        return name;
    }

    /// Two lines (or sides of a slash) in two scripts are one name in two languages; otherwise a
    /// line break is only a line break.
    private static String byScript(String text, List<String> other) {
        var lines = LINES.split(text);
        if (lines.length == 1) {
            lines = SLASH.split(text);
            lines = lines.length == 1 ? ScriptChange.split(text) : lines;
            if (lines.length != 2 || BracketSense.isCjk(lines[0]) == BracketSense.isCjk(lines[1])) {
                return text;
            }
        }
        var kept = new ArrayList<String>();
        for (var line : lines) {
            boolean sameScript =
                    kept.isEmpty()
                            || BracketSense.isCjk(kept.getFirst()) == BracketSense.isCjk(line);
            if (sameScript || line.startsWith("(")) {
                kept.add(line);
            } else {
                other.add(line);
            }
        }
        var joined = HeaderTexts.clean(String.join("\n", kept));
        boolean institutions =
                kept.size() > 1
                        && kept.stream()
                                .allMatch(line ->
                                        Words.INSTITUTION.isIn(line) && !UnitNames.isUnit(line));
        if (institutions) {
            return String.join("\n", kept);
        }
        boolean unitBelow =
                kept.size() == 2
                        && UnitNames.isUnit(kept.get(1))
                        && Words.INSTITUTION.isIn(kept.get(0))
                        && !BracketSense.isCjk(kept.get(0));
        return unitBelow ? kept.get(0) + ", " + kept.get(1) : joined;
    }

    private ParsedName one(ParsedName start, String text) {
        var dated = TIME_BEHIND.matcher(text);
        boolean time = dated.matches() && isAboutTime(dated.group(2));
        var outer = time ? dated.group(1) : text;
        var name = time ? start.dated(DateReader.read(dated.group(2))) : start;
        for (var bracket : Brackets.find(outer, '(', ')').reversed()) {
            boolean last = bracket.end() == outer.length();
            var sense =
                    BracketSense.of(
                            bracket.content(), outer.substring(0, bracket.start()), context);
            if (last && isAside(sense)) {
                name = take(name, sense, bracket.content());
                outer = Brackets.without(outer, bracket);
            }
        }
        var withoutCountry = trailingCountry(name, outer);
        name = withoutCountry.name();
        var parts = NameParts.of(withoutCountry.text(), context);
        return brackets(name.withUnits(parts.units()), parts.institution());
    }

    /// `ルンド大学(スウェーデン)2004年6月締結`, `Lund University: since 2004`: nothing but time behind a bracket,
    /// colon, comma or dash.
    private static boolean isAboutTime(String text) {
        var reading = DateReader.read(text);
        return !reading.dates().isEmpty() && reading.isPure();
    }

    /// Kinds, dates and the like are said of the whole cell, wherever the unit stands.
    private static boolean isAside(BracketSense sense) {
        return sense == BracketSense.KIND
                || sense == BracketSense.TIME
                || sense == BracketSense.DUPLICATE
                || sense == BracketSense.EMPTY;
    }

    private record Shortened(ParsedName name, String text) {}

    /// `Hiroshima University, Japan` or `… / Japan`, when nothing else says the country.
    private Shortened trailingCountry(ParsedName name, String text) {
        var tail = TAIL.matcher(text);
        if (context.country() != null || !tail.matches()) {
            return new Shortened(name, text);
        }
        var country = Countries.find(tail.group(2));
        return country.isEmpty()
                ? new Shortened(name, text)
                : new Shortened(name.in(tail.group(2), country.get()), withoutPlace(tail.group(1)));
    }

    /// `Aobayama University, Sendai` once the country behind it is gone; `University of California,
    /// Davis` stays, for there the place completes the name.
    private String withoutPlace(String text) {
        var parts = Brackets.split(text, ",");
        boolean place =
                parts.size() == 2
                        && PLACE.matcher(parts.get(1)).matches()
                        && Words.INSTITUTION.isIn(parts.get(0))
                        && !Words.PART.isIn(parts.get(1))
                        && !COMPLETED.matcher(parts.get(0)).matches();
        return place && !context.isKnown(text) ? parts.getFirst() : text;
    }

    private ParsedName brackets(ParsedName start, String institution) {
        var outer = institution;
        var name = start;
        for (var bracket : Brackets.find(outer, '(', ')').reversed()) {
            var before = outer.substring(0, bracket.start());
            var sense = BracketSense.of(bracket.content(), before, context);
            if (sense == BracketSense.FULL_NAME) {
                name = name.withAlternative(before.strip());
                return name.named(bracket.content());
            }
            if (sense != BracketSense.PART_OF_NAME) {
                name = take(name, sense, bracket.content());
                outer =
                        withoutCity(
                                Brackets.without(outer, bracket), before.stripTrailing().length());
            }
        }
        return name.named(MARKS.matcher(outer).replaceAll("").replaceAll("[,、;]$", "").strip());
    }

    /// `Institut … (INALCO), Paris`: the city behind a bracket that was taken away.
    private String withoutCity(String text, int at) {
        var tail = at <= text.length() ? text.substring(at).strip() : "";
        boolean city =
                tail.startsWith(",")
                        && !context.city().isBlank()
                        && tail.substring(1).strip().equalsIgnoreCase(context.city().strip());
        return city ? text.substring(0, at).strip() : text;
    }

    private ParsedName take(ParsedName name, BracketSense sense, String content) {
        return switch (sense) {
            case TIME -> name.dated(DateReader.read(content));
            case DUPLICATE -> name.flagged("marked_duplicate");
            case KIND -> name.withKinds(Kinds.in(content));
            case UNIT -> name.withUnits(NameParts.units(content));
            case OTHER_NAME -> otherNames(name, content);
            case FORMER_NAME -> {
                var former = BracketSense.withoutLead(content);
                yield name.withAlternative(former).flagged(FORMER + former);
            }
            case LATER_NAME -> name.flagged("renamed_to:" + BracketSense.withoutLead(content));
            case COUNTRY -> context.country() == null ? country(name, content) : name;
            case PLACE -> name.flagged("city_in_name");
            case EMPTY, FULL_NAME, PART_OF_NAME -> name;
        };
    }

    private static ParsedName country(ParsedName name, String content) {
        return Countries.find(content).map(country -> name.in(content, country)).orElse(name);
    }

    /// (Momoyama Gakuin Univ., Osaka): a name, then its city.
    private static ParsedName otherNames(ParsedName name, String content) {
        var parts = Brackets.split(content, ",");
        boolean city =
                parts.size() == 2
                        && !Words.PART.isIn(parts.get(1))
                        && !Words.INSTITUTION.isIn(parts.get(1))
                        && Words.INSTITUTION.isIn(parts.get(0));
        return city
                ? name.withAlternative(parts.get(0)).flagged("city_in_name")
                : name.withAlternative(content);
    }
}
