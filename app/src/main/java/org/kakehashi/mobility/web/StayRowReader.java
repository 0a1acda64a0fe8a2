package org.kakehashi.mobility.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateReading;
import org.kakehashi.kernel.DateText;
import org.kakehashi.mobility.Bringing;
import org.kakehashi.mobility.Stay;
import org.kakehashi.mobility.StayProblems;
import org.kakehashi.person.NameOrder;
import org.kakehashi.person.NewPerson;
import org.kakehashi.person.Person;
import org.kakehashi.person.PersonNames;
import org.kakehashi.person.PersonNames.Script;
import org.kakehashi.person.Sensitive;
import org.kakehashi.ui.Messages;

/// One row of a list as a person and a stay.
final class StayRowReader {
    /// What is wrong with a row: the text and a message key.
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String text;
        private final String key;

        Wrong(String text, String key) {
            super(key, null, false, false);
            this.text = text;
            this.key = key;
        }

        String text() {
            return text;
        }

        String key() {
            return key;
        }
    }

    private final Function<String, @Nullable UUID> units;
    private final Function<String, @Nullable UUID> agreements;
    private final LocalDate today;
    private final Map<String, DateText> dates = new HashMap<>();
    private final Map<String, @Nullable String> countries = new HashMap<>();
    private final Map<String, @Nullable UUID> unitsKnown = new HashMap<>();
    private final Map<String, @Nullable UUID> agreementsKnown = new HashMap<>();

    StayRowReader(
            Function<String, @Nullable UUID> units,
            Function<String, @Nullable UUID> agreements,
            LocalDate today) {
        this.units = units;
        this.agreements = agreements;
        this.today = today;
    }

    Bringing.Row read(StayFile.Row row) {
        Stay.Content content = content(row);
        StayProblems.of(content, today)
                .values()
                .forEach(key -> {
                    throw new Wrong(row.text("from") + " – " + row.text("until"), key);
                });
        UUID unit = content.frame().unit();
        return new Bringing.Row(
                row.number(),
                new NewPerson(
                        details(row, content),
                        sensitive(row),
                        unit == null ? List.of() : List.of(unit)),
                content);
    }

    private static Person.Details details(StayFile.Row row, Stay.Content content) {
        PersonNames names =
                new PersonNames(
                        script(row.text("own"), row.text("name"), false),
                        script(row.text("kana"), "", false),
                        script(row.text("latin"), row.text("name"), true),
                        NameOrder.FAMILY_FIRST);
        if (!names.known()) {
            throw new Wrong("", "mobility.import.problem.name");
        }
        String mail = row.text("mail");
        if (!mail.isEmpty() && !mail.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new Wrong(mail, "person.problem.mail");
        }
        Person.Category category =
                content.kind().study()
                        ? Person.Category.STUDENT
                        : content.kind() == Stay.Kind.POSTING
                                ? Person.Category.STAFF
                                : Person.Category.RESEARCHER;
        return new Person.Details(
                word(Person.Category.class, "person.category", row.text("category"), category),
                names,
                mail.isEmpty() ? null : mail,
                null,
                null,
                content.kind().study() ? Person.Purpose.EXCHANGE : Person.Purpose.RESEARCH,
                null);
    }

    /// The column of the script, or the column of the name where it is written so.
    private static Script script(String own, String name, boolean latin) {
        String text = own.isEmpty() && latin == isLatin(name) ? name : own;
        if (text.isEmpty()) {
            return Script.NONE;
        }
        int comma = text.indexOf(',');
        if (comma > 0) {
            return new Script(text.substring(0, comma), text.substring(comma + 1));
        }
        int space = text.indexOf(' ');
        return space > 0 && text.indexOf(' ', space + 1) < 0
                ? new Script(text.substring(0, space), text.substring(space + 1))
                : new Script(text, null);
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    private Sensitive sensitive(StayFile.Row row) {
        String birth = row.text("birth");
        DateText date = date(birth);
        LocalDate day = date.precision() == DateText.Precision.DAY ? date.date() : null;
        if (!birth.isEmpty() && (day == null || day.isAfter(today) || day.getYear() < 1900)) {
            throw new Wrong(birth, "mobility.import.problem.birth");
        }
        String gender = row.text("gender");
        return new Sensitive(
                day,
                country(row.text("nationality")),
                gender.isEmpty() ? null : gender,
                null,
                null);
    }

    private Stay.Content content(StayFile.Row row) {
        Stay.Direction direction =
                word(Stay.Direction.class, "mobility.direction", row.text("direction"), null);
        Stay.Kind kind =
                word(Stay.Kind.class, "mobility.kind", row.text("kind"), Stay.Kind.EXCHANGE);
        DateText from = date(row.text("from"));
        DateText until = date(row.text("until"));
        String country = country(row.text("country"));
        boolean inbound = direction == Stay.Direction.INBOUND;
        String partner = row.text("partner");
        return new Stay.Content(
                direction,
                kind,
                status(row, from, until),
                word(Stay.Level.class, "mobility.level", row.text("level"), Stay.Level.UNKNOWN),
                new Stay.Partner(null, partner.isEmpty() ? null : partner, null),
                new Stay.Frame(
                        unit(row.text("unit")),
                        agreement(row.text("agreement")),
                        null,
                        yesNo(row),
                        text(row, "programme")),
                word(
                        Stay.StudentStatus.class,
                        "mobility.studentStatus",
                        row.text("studentStatus"),
                        Stay.StudentStatus.UNKNOWN),
                new Stay.Place(inbound ? "JP" : country, text(row, "city")),
                new Stay.Period(from, until),
                Stay.Period.NONE,
                List.of(),
                Stay.Housing.UNKNOWN,
                new Stay.Study(field(row), null, null, credits(row)),
                text(row, "note"),
                false,
                new Stay.Source(row.file(), row.number(), row.hash()));
    }

    /// As stated; or else what the dates say.
    private Stay.Status status(StayFile.Row row, DateText from, DateText until) {
        Stay.Status stated =
                word(Stay.Status.class, "mobility.status", row.text("status"), Stay.Status.PLANNED);
        if (!row.text("status").isEmpty()) {
            return stated;
        }
        LocalDate last = until.lastDay();
        LocalDate first = from.date();
        if (last != null && last.isBefore(today)) {
            return Stay.Status.COMPLETED;
        }
        return first != null && !first.isAfter(today) ? Stay.Status.UNDER_WAY : Stay.Status.PLANNED;
    }

    private static @Nullable Boolean yesNo(StayFile.Row row) {
        String text = StayFile.folded(row.text("underAgreement"));
        if (text.isEmpty()) {
            return row.text("agreement").isEmpty() ? null : Boolean.TRUE;
        }
        if (List.of("true", "yes", "はい", "○", "有", "1", "y").contains(text)) {
            return Boolean.TRUE;
        }
        if (List.of("false", "no", "いいえ", "×", "無", "0", "n").contains(text)) {
            return Boolean.FALSE;
        }
        throw new Wrong(row.text("underAgreement"), "mobility.import.problem.word");
    }

    private @Nullable UUID unit(String text) {
        if (text.isEmpty()) {
            return null;
        }
        UUID unit = unitsKnown.computeIfAbsent(text, units);
        if (unit == null) {
            throw new Wrong(text, "mobility.import.problem.unit");
        }
        return unit;
    }

    private @Nullable UUID agreement(String text) {
        if (text.isEmpty()) {
            return null;
        }
        UUID agreement = agreementsKnown.computeIfAbsent(text, agreements);
        if (agreement == null) {
            throw new Wrong(text, "mobility.import.problem.agreement");
        }
        return agreement;
    }

    private static @Nullable String field(StayFile.Row row) {
        String field = row.text("field");
        if (!field.isEmpty() && !field.matches("\\d{2,4}")) {
            throw new Wrong(field, "mobility.problem.field");
        }
        return field.isEmpty() ? null : field;
    }

    private static @Nullable BigDecimal credits(StayFile.Row row) {
        String credits = row.text("credits");
        if (!credits.isEmpty() && !credits.matches("\\d{1,3}(\\.\\d)?")) {
            throw new Wrong(credits, "mobility.problem.credits");
        }
        return credits.isEmpty() ? null : new BigDecimal(credits);
    }

    private @Nullable String country(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String known =
                countries.computeIfAbsent(
                        text, any -> Countries.find(any).map(Country::code).orElse(null));
        if (known == null) {
            throw new Wrong(text, "mobility.import.problem.country");
        }
        return known;
    }

    private DateText date(String text) {
        if (text.isEmpty()) {
            return DateText.NONE;
        }
        return dates.computeIfAbsent(text, StayRowReader::read);
    }

    private static DateText read(String text) {
        DateReading reading = DateReader.read(text);
        if (reading.dates().size() != 1 || !reading.dates().getFirst().date().isKnown()) {
            throw new Wrong(text, "mobility.problem.date");
        }
        return reading.dates().getFirst().date().writtenAs(text);
    }

    private static @Nullable String text(StayFile.Row row, String column) {
        String text = row.text(column);
        return text.isEmpty() ? null : text;
    }

    /// The value by its code or its word in either language.
    private static <E extends Enum<E> & Coded> E word(
            Class<E> type, String group, String text, @Nullable E otherwise) {
        String wanted = StayFile.folded(text);
        for (E one : type.getEnumConstants()) {
            String key = group + "." + one.code();
            if (wanted.equals(one.code())
                    || wanted.equals(StayFile.folded(Messages.text(Locale.JAPANESE, key)))
                    || wanted.equals(StayFile.folded(Messages.text(Locale.ENGLISH, key)))) {
                return one;
            }
        }
        if (otherwise == null) {
            throw new Wrong(text, "mobility.import.problem.direction");
        }
        if (!wanted.isEmpty()) {
            throw new Wrong(text, "mobility.import.problem.word");
        }
        return otherwise;
    }
}
