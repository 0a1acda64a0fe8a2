package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.reading.Cell;
import org.kakehashi.intake.understanding.PartnerRecord.Term;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateReading;
import org.kakehashi.kernel.DateReading.Meaning;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.DayMonthOrder;

/// Reads the start, end and renewal of one agreement from wherever a row states them.
final class TermReader {

    private static final Pattern RANGE =
            Pattern.compile(
                    "[~〜～]|\\d\\s*[-–—]\\s*\\d{4}|から.*まで|\\s[-–—]\\s|至|부터"
                            + "|(?<!\\p{L})(?:to|until|till|bis|au|jusqu'au|hasta|al?|até|do|tot|till?|s/d|sampai|hingga|đến|по|до|ถึง)(?!\\p{L})",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN = Pattern.compile(".*\\d\\D{0,4}[~〜～–—-]$");
    private static final Pattern YEARS_ONLY =
            Pattern.compile(
                    ".*\\d\\s*(?:年間?|か年|カ年|ヶ年|years?|년간?|ปี|lat|ans|años|jahre).*",
                    Pattern.CASE_INSENSITIVE);

    private final DayMonthOrder order;
    private DateText start = DateText.NONE;
    private DateText end = DateText.NONE;
    private @Nullable Boolean automatic;
    private final List<String> flags = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    TermReader(DayMonthOrder order) {
        this.order = order;
    }

    Term term() {
        var first = start.date();
        var last = end.lastDay();
        if (first != null && last != null && last.isBefore(first)) {
            questions.add(
                    new Question(
                            Question.Kind.END_BEFORE_START,
                            Field.END,
                            endPlace,
                            end.written(),
                            List.of()));
        }
        return new Term(start, end, automatic);
    }

    private CellPlace endPlace = new CellPlace(0, 0);

    List<String> flags() {
        return flags;
    }

    List<Question> questions() {
        return questions;
    }

    void start(Cell cell, CellPlace place) {
        var reading = read(cell);
        words(reading);
        if (reading.dates().isEmpty()) {
            unread(reading, Field.START, place);
            return;
        }
        boolean range = isRange(reading);
        start = date(reading, 0, Field.START, place);
        for (int i = 1; i < reading.dates().size(); i++) {
            if (range && i == reading.dates().size() - 1) {
                end = date(reading, i, Field.END, place);
                endPlace = place;
            } else {
                var kind = reading.has(Meaning.RENEWED) ? "renewed:" : "later_date:";
                flags.add(kind + reading.dates().get(i).date().iso());
            }
        }
    }

    void renewed(Cell cell, CellPlace place) {
        var reading = read(cell);
        words(reading);
        if (!reading.dates().isEmpty() && !start.isKnown()) {
            start = date(reading, 0, Field.START, place);
        } else if (!reading.dates().isEmpty()) {
            flags.add("renewed:" + reading.dates().getLast().date().iso());
        }
    }

    void end(Cell cell, CellPlace place) {
        var reading = read(cell);
        words(reading);
        endPlace = place;
        if (reading.dates().isEmpty()) {
            unread(reading, Field.END, place);
            return;
        }
        if (isOpen(reading) && !start.isKnown()) {
            start = date(reading, 0, Field.START, place);
            return;
        }
        end = date(reading, reading.dates().size() - 1, Field.END, place);
        if (isRange(reading) && !start.isKnown()) {
            start = date(reading, 0, Field.START, place);
        }
    }

    /// Start and end in one cell; a single date is the end, unless a word says otherwise.
    void validity(Cell cell, CellPlace place) {
        var reading = read(cell);
        boolean startOnly =
                reading.dates().size() == 1
                        && reading.has(Meaning.SINCE)
                        && !reading.has(Meaning.UNTIL);
        boolean openEnd = isOpen(reading);
        if (startOnly || openEnd) {
            start(cell, place);
        } else {
            end(cell, place);
        }
    }

    /// `5 years, renewed automatically`: how long is not an end, but the renewal counts.
    void length(Cell cell) {
        words(read(cell));
    }

    void automatic(String text) {
        var reading = DateReader.read(text);
        boolean renewal =
                reading.has(Meaning.AUTOMATIC_RENEWAL)
                        || reading.rest().matches("自動|auto(?:matic)?");
        if (Words.NO.is(text)) {
            automatic = false;
        } else if (renewal || Words.MARK.is(text)) {
            automatic = true;
        }
    }

    /// What brackets behind the name say: `(최초협정 2004/06/29 자동갱신)`.
    void fromName(@Nullable DateReading reading, CellPlace place) {
        if (reading == null) {
            return;
        }
        words(reading);
        if (reading.dates().isEmpty()) {
            return;
        }
        if (reading.has(Meaning.UNTIL)) {
            end = end.isKnown() ? end : date(reading, 0, Field.END, place);
        } else if (!start.isKnown()) {
            start = date(reading, 0, Field.START, place);
        } else if (reading.has(Meaning.FIRST)) {
            flags.add("signed_again:" + start.iso());
            start = date(reading, 0, Field.START, place);
        }
    }

    /// A date that holds for the row because a title or label says so.
    void startIfNone(DateText date) {
        start = start.isKnown() || end.isKnown() ? start : date;
    }

    private DateReading read(Cell cell) {
        if (cell.kind() == Cell.Kind.NUMBER) {
            var serial = DateReader.serial(Double.parseDouble(cell.text()), cell.shown());
            if (serial.isPresent()) {
                return DateReader.read(serial.get().iso(), order);
            }
        }
        var text = cell.text().strip();
        if (text.matches("[23]\\d{4}|4\\d{4}|5\\d{4}")) {
            return DateReader.serial(Double.parseDouble(text), text)
                    .map(day -> DateReader.read(day.iso(), order))
                    .orElseGet(() -> DateReader.read(text, order));
        }
        return DateReader.read(cell.text(), order);
    }

    private void words(DateReading reading) {
        if (reading.has(Meaning.AUTOMATIC_RENEWAL)) {
            automatic = true;
        }
        if (reading.has(Meaning.NO_EXPIRY)) {
            flags.add("no_expiry");
        }
        if (reading.has(Meaning.PENDING)) {
            flags.add("renewal_pending");
        }
    }

    private boolean isRange(DateReading reading) {
        return reading.dates().size() > 1
                && RANGE.matcher(reading.written()).find()
                && !reading.has(Meaning.RENEWED);
    }

    /// `2019 –`, `2020年10月1日～`: a start without an end.
    private static boolean isOpen(DateReading reading) {
        return reading.dates().size() == 1 && OPEN.matcher(reading.written()).matches();
    }

    private void unread(DateReading reading, Field field, CellPlace place) {
        boolean understood =
                !reading.meanings().isEmpty() || YEARS_ONLY.matcher(reading.written()).matches();
        if (!reading.written().isEmpty() && !understood) {
            questions.add(
                    Question.of(Question.Kind.UNREADABLE_DATE, field, place, reading.written()));
        }
    }

    private DateText date(DateReading reading, int index, Field field, CellPlace place) {
        var found = reading.dates().get(index);
        var other = found.other();
        if (other == null) {
            return found.date().writtenAs(reading.written());
        }
        questions.add(
                new Question(
                        Question.Kind.AMBIGUOUS_DATE,
                        field,
                        place,
                        reading.written(),
                        List.of(found.date().iso(), other.iso())));
        var day = found.date().date();
        return day == null
                ? DateText.unknown(reading.written())
                : DateText.year(day.getYear(), reading.written());
    }
}
