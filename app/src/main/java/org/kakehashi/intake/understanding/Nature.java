package org.kakehashi.intake.understanding;

import java.util.regex.Pattern;
import org.kakehashi.intake.reading.Cell;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateReading.Meaning;
import org.kakehashi.kernel.TextFolding;

/// What a cell looks like by itself. A cell may look like several things.
enum Nature {
    COUNTRY,
    REGION,
    /// one or more dates and nothing else
    DATE,
    /// a bare year or fiscal year
    YEAR,
    /// 自動更新, pending, no end date
    TIME_WORD,
    /// -, n/a, 未定
    NOTHING,
    /// 12, 1,024, 416人, 10(4)
    COUNT,
    /// names a university or the like
    INSTITUTION,
    /// names something that may be an institution or a part of one
    PART,
    /// names a faculty or the like
    UNIT,
    MARK,
    LEVEL,
    KIND,
    /// several institutions, divided somehow
    SEVERAL_NAMES,
    /// several countries with numbers
    COUNTRY_COUNTS;

    private static final int LONGEST_NAME = 250;
    private static final Pattern COUNTRY_COUNT =
            Pattern.compile("[^、,;()（）\\d]+[(（]?\\s*\\d+\\s*(?:校|大学|人|名|件|개교|개|명)?\\s*[)）]?");
    private static final Pattern LIST = Pattern.compile("\\s*[、,;；，\\n]\\s*");

    /// Whether the cell looks like this.
    static boolean is(Cell cell, Nature nature) {
        if (cell.isEmpty()) {
            return false;
        }
        if (cell.kind() == Cell.Kind.DATE) {
            return nature == DATE || nature == YEAR && cell.text().length() == 4;
        }
        return nature.test(TextFolding.tidy(cell.text()), cell.text());
    }

    private boolean test(String text, String raw) {
        return switch (this) {
            case COUNTRY -> Countries.recognise(raw).isCountry();
            case REGION -> Countries.recognise(raw).isRegion();
            case NOTHING -> DateReader.isNothing(text);
            case DATE, YEAR, TIME_WORD -> isTime(text);
            case COUNT -> FigureText.isCount(text);
            case INSTITUTION -> isShort(text) && Words.INSTITUTION.isIn(text);
            case PART -> isShort(text) && !Words.INSTITUTION.isIn(text) && Words.PART.isIn(text);
            case UNIT -> isShort(text) && !Words.INSTITUTION.isIn(text) && UnitNames.isUnit(text);
            case MARK -> Words.MARK.is(text);
            case LEVEL -> Words.UNIVERSITY_LEVEL.is(text) || Words.DEPARTMENT_LEVEL.is(text);
            case KIND -> Kinds.isIn(text);
            case SEVERAL_NAMES ->
                    isShort(text) && SeveralNames.split(Brackets.plain(text)).size() > 1;
            case COUNTRY_COUNTS -> isCountryCounts(raw);
        };
    }

    private boolean isTime(String text) {
        var reading = DateReader.read(text);
        if (reading.has(Meaning.NOTHING)) {
            return false;
        }
        boolean dated = !reading.dates().isEmpty() && reading.rest().length() <= 4;
        return switch (this) {
            case DATE -> dated;
            case YEAR ->
                    dated
                            && reading.dates().size() == 1
                            && reading.dates().getFirst().date().iso().length() == 4;
            default -> !dated && reading.isPure() && reading.dates().isEmpty();
        };
    }

    private static boolean isShort(String text) {
        return text.length() <= LONGEST_NAME || LIST.split(text).length >= 4;
    }

    private static boolean isCountryCounts(String raw) {
        var parts = LIST.split(raw.strip().replaceAll("[。.]$", ""));
        if (parts.length < 3) {
            return false;
        }
        int counted = 0;
        for (var part : parts) {
            counted +=
                    COUNTRY_COUNT.matcher(part).matches() && Countries.find(part).isPresent()
                            ? 1
                            : 0;
        }
        return counted >= parts.length * 0.7;
    }
}
