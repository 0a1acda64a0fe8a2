package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.reading.Cell;
import org.kakehashi.intake.understanding.PartnerRecord.Name;
import org.kakehashi.intake.understanding.PartnerRecord.Where;
import org.kakehashi.intake.understanding.Values.Value;
import org.kakehashi.kernel.Countries;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.CountryReading.Named;
import org.kakehashi.kernel.CountryReading.Spelling;
import org.kakehashi.kernel.TextFolding;

/// Makes the records of one row of a list of partners.
final class PartnerReader {

    private static final String BLANK = "(blank)";
    private static final Pattern SITE =
            Pattern.compile("(?:https?://|www\\.)[\\w.-]+\\.[a-z]{2,}(?:[/?#]\\S*)?");

    private final Grid grid;

    private final TableLayout table;
    private final Values values;
    private final InstitutionRecogniser recogniser;
    private final RemarkUnits remarkUnits;
    private final Optional<AgreementCodes> codes;

    PartnerReader(Grid grid, TableLayout table, Values values, InstitutionRecogniser recogniser) {
        this.grid = grid;
        this.table = table;
        this.values = values;
        this.recogniser = recogniser;
        this.remarkUnits = new RemarkUnits(grid, table);
        this.codes = codes(grid, table);
    }

    private static Optional<AgreementCodes> codes(Grid grid, TableLayout table) {
        if (table.has(Role.HOME_UNIT) || !table.has(Role.TITLE)) {
            return Optional.empty();
        }
        int column = table.find(Role.TITLE).orElseThrow().column();
        var texts = new ArrayList<String>();
        for (int row = table.lastHeaderRow() + 1;
                row <= Math.min(table.lastRow(), table.lastHeaderRow() + 500);
                row++) {
            texts.add(grid.text(row, column));
        }
        return AgreementCodes.of(texts);
    }

    /// What one row says, before it is divided among its institutions.
    private final class Draft {
        final List<Question> questions = new ArrayList<>();
        final List<String> flags = new ArrayList<>();
        final Map<Field, List<CellPlace>> places = new EnumMap<>(Field.class);
        final TermReader term = new TermReader(table.dateOrder());

        void at(Field field, CellPlace place) {
            places.put(field, List.of(place));
        }
    }

    /// @param continuation the rest of a running text from the rows below
    List<PartnerRecord> read(String continuation) {
        var draft = new Draft();
        var free = values.find(Role.FREE_TEXT);
        return free.isPresent() ? freeText(draft, free.get(), continuation) : columns(draft);
    }

    private List<PartnerRecord> freeText(Draft draft, Value value, String continuation) {
        var written = TextFolding.tidySpaces(value.cell().text() + continuation);
        var text = FreeText.read(written);
        draft.at(Field.INSTITUTION, value.place());
        for (var labelled : text.labelled()) {
            date(draft, labelled.role(), Cell.text(labelled.text()), value.place());
        }
        var where = new Where(text.countryText(), text.country(), text.country() != null);
        if (text.country() == null) {
            where = country(draft);
        }
        return records(draft, written, text.name(), where);
    }

    private List<PartnerRecord> columns(Draft draft) {
        var institution = values.find(Role.INSTITUTION);
        if (institution.isEmpty()) {
            return List.of();
        }
        draft.at(Field.INSTITUTION, institution.get().place());
        for (var column : table.columns()) {
            if (column.role().isTime()) {
                values.of(column)
                        .filter(value -> !value.carried() || column.role() != Role.END)
                        .ifPresent(
                                value -> date(draft, column.role(), value.cell(), value.place()));
            }
        }
        var text = institution.get().cell().text();
        var written = institution.get().carried() ? BLANK : text;
        return records(draft, written, text, country(draft));
    }

    private void date(Draft draft, Role role, Cell cell, CellPlace place) {
        switch (role) {
            case START -> {
                draft.term.start(cell, place);
                draft.at(Field.START, place);
            }
            case RENEWED -> draft.term.renewed(cell, place);
            case END -> {
                draft.term.end(cell, place);
                draft.at(Field.END, place);
            }
            case VALIDITY -> {
                draft.term.validity(cell, place);
                draft.places.putIfAbsent(Field.END, List.of(place));
            }
            case AUTOMATIC_RENEWAL -> {
                draft.term.automatic(cell.text());
                draft.at(Field.AUTOMATIC_RENEWAL, place);
            }
            case DURATION -> draft.term.length(cell);
            default -> {}
        }
    }

    private Where country(Draft draft) {
        var value =
                values.find(Role.COUNTRY)
                        .filter(found -> !isRegion(found))
                        .or(() -> values.heading(RowUse.COUNTRY_HEADING));
        if (value.isEmpty()) {
            return new Where("", table.context().country(), false);
        }
        draft.at(Field.COUNTRY, value.get().place());
        var written = value.get().text();
        if (Countries.recognise(written) instanceof Named named) {
            if (named.spelling() == Spelling.MISSPELT) {
                draft.flags.add("misspelt");
                draft.questions.add(
                        new Question(
                                Question.Kind.MISSPELT_COUNTRY,
                                Field.COUNTRY,
                                value.get().place(),
                                written,
                                List.of(named.country().code())));
            }
            return new Where(TextFolding.tidySpaces(written), named.country(), true);
        }
        if (written.codePoints().anyMatch(Character::isLetter)) {
            draft.questions.add(
                    Question.of(
                            Question.Kind.UNKNOWN_COUNTRY,
                            Field.COUNTRY,
                            value.get().place(),
                            written));
        }
        return new Where(TextFolding.tidySpaces(written), null, true);
    }

    private static boolean isRegion(Value value) {
        return Countries.recognise(value.text()).isRegion();
    }

    private List<PartnerRecord> records(Draft draft, String written, String text, Where where) {
        var city = values.find(Role.CITY).map(Value::text).orElse("");
        var names = new NameParser(new NameContext(where.country(), city, recogniser)).parse(text);
        if (names.size() > 1) {
            draft.flags.add("several_institutions_in_cell");
        }
        var records = new ArrayList<PartnerRecord>();
        for (var name : names) {
            if (!name.institution().isBlank()) {
                records.add(record(draft, written, name, where, city, records.size() + 1));
            }
        }
        return records;
    }

    private PartnerRecord record(
            Draft draft, String written, ParsedName name, Where stated, String city, int number) {
        var place =
                draft.places
                        .getOrDefault(Field.INSTITUTION, List.of(new CellPlace(values.row(), 1)))
                        .getFirst();
        var own = new PartnerDetails(table, values, codes, remarkUnits, draft.flags);
        var units = own.partnerUnits(name);
        var level = own.level(units.size() > name.units().size());
        var homeUnits = own.homeUnits(level);
        draft.term.fromName(name.dates(), place);
        if (table.kind() == ListKind.ORGANIZATIONS) {
            own.memberDates(draft.term);
        }
        var where = where(name, stated);
        var site = site();
        var otherNames = own.otherNames(name);
        var recognition =
                NamesTogether.recognise(
                        name.institution(),
                        NamesTogether.today(otherNames, name.flags()),
                        text ->
                                recogniser.recognise(
                                        new InstitutionRecogniser.Query(
                                                text, where.country(), city, site)));
        var questions = new ArrayList<>(draft.questions);
        var known = recognition.country().orElse(null);
        if (where.country() != null
                && known != null
                && recognition.isCertain()
                && !known.equals(where.country())) {
            questions.add(
                    new Question(
                            Question.Kind.COUNTRY_CONTRADICTS,
                            Field.COUNTRY,
                            place,
                            where.asWritten(),
                            List.of(known.code())));
        }
        var there =
                where.country() == null && known != null && recognition.isCertain()
                        ? new Where(where.asWritten(), known, false)
                        : where;
        if (there.country() == null && there.asWritten().isEmpty()) {
            questions.add(
                    Question.of(
                            Question.Kind.NO_COUNTRY, Field.COUNTRY, place, name.institution()));
        }
        var term = draft.term.term();
        questions.addAll(draft.term.questions());
        var flags = new ArrayList<>(draft.flags);
        flags.addAll(name.flags());
        flags.addAll(draft.term.flags());
        return new PartnerRecord(
                values.row(),
                number,
                new Name(TextFolding.tidySpaces(written), name.institution(), otherNames, units),
                homeUnits,
                there.beside(city, site),
                level,
                own.kinds(name),
                term,
                own.quota(Role.QUOTA_IN),
                own.quota(Role.QUOTA_OUT),
                flags.stream().distinct().toList(),
                recognition,
                draft.places,
                questions);
    }

    /// A cell of the row that is nothing but a web address.
    private String site() {
        return grid.filled(values.row()).stream()
                .map(column -> grid.text(values.row(), column).strip())
                .filter(text -> SITE.matcher(text).matches())
                .findFirst()
                .orElse("");
    }

    private static Where where(ParsedName name, Where stated) {
        @Nullable Country country = name.country();
        return stated.country() == null && country != null
                ? new Where(name.countryText(), country, true)
                : stated;
    }
}
