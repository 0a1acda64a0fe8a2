package org.kakehashi.intake.understanding;

import java.util.regex.Pattern;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateReading.Meaning;
import org.kakehashi.kernel.TextFolding;

/// What the words in brackets behind a name are.
enum BracketSense {
    /// dates, automatic renewal
    TIME,
    /// (duplicate)
    DUPLICATE,
    /// kind of agreement
    KIND,
    UNIT,
    /// (大学), a remark about order, a dash
    EMPTY,
    /// another name: abbreviation, other language, the full name
    OTHER_NAME,
    /// the full name, when the name before it is an abbreviation
    FULL_NAME,
    FORMER_NAME,
    LATER_NAME,
    COUNTRY,
    PLACE,
    /// belongs to the name
    PART_OF_NAME;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern DUPLICATED =
            Pattern.compile("duplicate\\p{L}*|repeated|重複|再掲|중복", FLAGS);
    private static final Pattern REMARK =
            Pattern.compile(
                    ".*(?:順|現在|含む|予定|休止|中止|注\\d?)$|大学|大學|機関|[-–—‐.*※]+|new|新規|\\d{1,3}", FLAGS);
    private static final Pattern FORMER =
            Pattern.compile(
                    "^(?:formerly(?: known as)?|former(?: name)?|previously|ex-|旧名?称?|前身|元|구\\s|舊|原)[:：]?\\s*(?=.{2,})",
                    FLAGS);
    private static final Pattern LATER =
            Pattern.compile(
                    "^(?:now|currently|renamed(?: to)?|name changed(?: to)?|現|現在|改称|改名|교명\\s?변경|현\\s|更名为?)[:：]?\\s*(?=.{2,})",
                    FLAGS);
    private static final Pattern ABBREVIATION =
            Pattern.compile("\\p{Lu}[\\p{L}\\d&./+'’-]{1,14}(?: \\p{Lu}[\\p{L}\\d-]+)?");
    private static final Pattern PLACE_NAME =
            Pattern.compile(
                    "\\p{Lu}[\\p{L}'’.-]*(?:[ ,-]+(?:\\p{Lu}[\\p{L}'’.-]*|de|la|le|les|of|the|sur|am|an|der|upon|and|del)){0,4}");
    private static final Pattern COMPASS =
            Pattern.compile(
                    "(?<!\\p{L})(?:east|west|north|south|central|eastern|western|northern|southern)(?!\\p{L})",
                    FLAGS);

    static BracketSense of(String content, String name, NameContext context) {
        var inside = TextFolding.tidy(content);
        if (REMARK.matcher(inside).matches()) {
            return EMPTY;
        }
        if (DUPLICATED.matcher(inside).matches()) {
            return DUPLICATE;
        }
        if (isAbbreviation(name.strip()) && isExpansion(name.strip(), inside)) {
            return FULL_NAME;
        }
        if (LATER.matcher(inside).find()) {
            return LATER_NAME;
        }
        if (FORMER.matcher(inside).find()) {
            return FORMER_NAME;
        }
        return isTime(inside) ? TIME : ofName(inside, name, context);
    }

    private static BracketSense ofName(String inside, String name, NameContext context) {
        boolean institution = Words.INSTITUTION.isIn(inside);
        boolean part = Words.PART.isIn(inside);
        if (Kinds.namesAgreement(inside) || Kinds.isIn(inside) && !institution && !part) {
            return KIND;
        }
        if (Countries.find(inside).isPresent()) {
            return COUNTRY;
        }
        boolean named = Words.INSTITUTION.isIn(name) || UnitNames.isOnlyUnit(inside);
        if (UnitNames.isUnit(inside) && !institution && named) {
            return UNIT;
        }
        if (institution || part || isOtherScript(inside, name) || isAbbreviation(inside)) {
            return OTHER_NAME;
        }
        return place(inside, name, context);
    }

    private static BracketSense place(String inside, String name, NameContext context) {
        boolean cjk = Words.isCjk(inside.codePointAt(0));
        boolean partOfCity = context.city().contains("(" + inside + ")");
        boolean nation = Countries.find(name.strip().split("\\s")[0]).isPresent();
        boolean plain = PLACE_NAME.matcher(inside).matches() && !COMPASS.matcher(inside).find();
        return cjk || partOfCity || nation || !plain ? PART_OF_NAME : PLACE;
    }

    private static boolean isTime(String text) {
        var reading = DateReader.read(text);
        boolean dated = !reading.dates().isEmpty() && reading.rest().length() <= 12;
        return dated || reading.has(Meaning.AUTOMATIC_RENEWAL) && reading.rest().length() <= 12;
    }

    private static boolean isAbbreviation(String text) {
        long capitals = text.chars().filter(Character::isUpperCase).count();
        long letters = text.chars().filter(Character::isLetter).count();
        boolean oneWord = text.indexOf(' ') < 0;
        var first = text.split(" ")[0];
        boolean firstCapitals =
                first.length() > 1 && first.equals(first.toUpperCase(java.util.Locale.ROOT));
        return ABBREVIATION.matcher(text).matches()
                && capitals >= 2
                && (oneWord ? capitals * 2 >= letters : firstCapitals && first.length() <= 6);
    }

    private static boolean isExpansion(String abbreviation, String text) {
        return text.split("\\s+").length >= 3
                && Character.toLowerCase(text.charAt(0))
                        == Character.toLowerCase(abbreviation.charAt(0));
    }

    private static boolean isOtherScript(String inside, String name) {
        return !name.isBlank() && isCjk(inside) != isCjk(name);
    }

    static boolean isCjk(String text) {
        long cjk = text.codePoints().filter(Words::isCjk).count();
        long letters = text.codePoints().filter(Character::isLetter).count();
        return cjk * 2 > letters;
    }

    /// The name after formerly, now and the like.
    static String withoutLead(String text) {
        return LATER.matcher(FORMER.matcher(text.strip()).replaceFirst(""))
                .replaceFirst("")
                .strip();
    }
}
