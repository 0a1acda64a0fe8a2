package org.kakehashi.intake.understanding;

import java.util.EnumSet;
import java.util.Set;
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
    COUNTRY_COUNTS,
    TEXT;

    private static final int LONGEST_NAME = 250;
    private static final Pattern COUNTRY_COUNT =
            Pattern.compile("[^、,;()（）\\d]+[(（]?\\s*\\d+\\s*(?:校|大学|人|名|件|개교|개|명)?\\s*[)）]?");
    private static final Pattern LIST = Pattern.compile("\\s*[、,;；，\\n]\\s*");

    static Set<Nature> of(Cell cell) {
        var found = EnumSet.noneOf(Nature.class);
        if (cell.isEmpty()) {
            return found;
        }
        if (cell.kind() == Cell.Kind.DATE) {
            found.add(cell.text().length() > 4 ? DATE : YEAR);
            found.add(DATE);
            return found;
        }
        addAll(found, TextFolding.tidy(cell.text()), cell.text());
        return found;
    }

    private static void addAll(Set<Nature> found, String text, String raw) {
        addCountry(found, raw);
        if (FigureText.isCount(text)) {
            found.add(COUNT);
        }
        if (Words.MARK.is(text)) {
            found.add(MARK);
        }
        addTime(found, text);
        if (Words.UNIVERSITY_LEVEL.is(text) || Words.DEPARTMENT_LEVEL.is(text)) {
            found.add(LEVEL);
        }
        if (Kinds.isIn(text)) {
            found.add(KIND);
        }
        addName(found, text);
        if (found.isEmpty()) {
            found.add(TEXT);
        }
    }

    private static void addCountry(Set<Nature> found, String raw) {
        var reading = Countries.recognise(raw);
        if (reading.isCountry()) {
            found.add(COUNTRY);
        } else if (reading.isRegion()) {
            found.add(REGION);
        } else if (isCountryCounts(raw)) {
            found.add(COUNTRY_COUNTS);
        }
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

    private static void addTime(Set<Nature> found, String text) {
        var reading = DateReader.read(text);
        if (reading.has(Meaning.NOTHING)) {
            found.add(NOTHING);
        } else if (!reading.dates().isEmpty() && reading.rest().length() <= 4) {
            found.add(DATE);
            var first = reading.dates().getFirst().date();
            if (reading.dates().size() == 1 && first.iso().length() == 4) {
                found.add(YEAR);
            }
        } else if (reading.isPure() && reading.dates().isEmpty()) {
            found.add(TIME_WORD);
        }
    }

    private static void addName(Set<Nature> found, String text) {
        if (text.length() > LONGEST_NAME && LIST.split(text).length < 4) {
            return;
        }
        boolean institution = Words.INSTITUTION.isIn(text);
        if (institution) {
            found.add(INSTITUTION);
            if (SeveralNames.split(Brackets.plain(text)).size() > 1) {
                found.add(SEVERAL_NAMES);
            }
        } else if (Words.PART.isIn(text)) {
            found.add(PART);
        }
        if (!institution && UnitNames.isUnit(text)) {
            found.add(UNIT);
        }
    }
}
