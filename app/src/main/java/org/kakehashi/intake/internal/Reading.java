package org.kakehashi.intake.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.intake.FigureValues;
import org.kakehashi.intake.PartnerValues;
import org.kakehashi.intake.PartnerValues.Home;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.intake.understanding.CellPlace;
import org.kakehashi.intake.understanding.Field;
import org.kakehashi.intake.understanding.Figure;
import org.kakehashi.intake.understanding.Layout;
import org.kakehashi.intake.understanding.PartnerRecord;
import org.kakehashi.intake.understanding.Question;
import org.kakehashi.intake.understanding.Role;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.TextFolding;

/// Turns what the understanding of a list gives into what the workbench keeps, with the answers a
/// person gave. One for each reading of a sheet.
final class Reading {
    /// Answers about countries: `country:` and the folded name → ISO code.
    public static final String COUNTRY = "country:";

    /// Columns whose cells are taken as they stand, by the field they give.
    private static final Map<Role, String> TAKEN =
            Map.of(
                    Role.OTHER_NAME, "other_name",
                    Role.PARTNER_UNIT, "partner_unit",
                    Role.HOME_UNIT, "home_unit",
                    Role.LEVEL, "level",
                    Role.KIND, "kind",
                    Role.KIND_MARK, "kind",
                    Role.QUOTA, "quota_in",
                    Role.QUOTA_IN, "quota_in",
                    Role.QUOTA_OUT, "quota_out",
                    Role.TUITION_WAIVER, "tuition_waiver");

    private final Layout layout;
    private final Sheet sheet;
    private final Map<String, String> answers;
    private final DateText asOf;
    private final Units units;
    private final Map<String, Optional<Unit>> known = new LinkedHashMap<>();

    public Reading(
            Layout layout, Sheet sheet, Map<String, String> answers, DateText asOf, Units units) {
        this.layout = layout;
        this.sheet = sheet;
        this.answers = answers;
        this.asOf = asOf;
        this.units = units;
    }

    public PartnerValues values(PartnerRecord read) {
        Country country = read.where().country();
        return new PartnerValues(
                read.name().asWritten(),
                read.name().institution(),
                read.name().alternatives(),
                read.name().partnerUnits(),
                read.homeUnits().stream().map(this::home).toList(),
                read.where().asWritten(),
                country == null ? answered(read.where().asWritten()) : country.code(),
                read.level() == null ? null : read.level().name().toLowerCase(Locale.ROOT),
                read.kinds(),
                read.term().start(),
                read.term().end(),
                read.term().automaticRenewal(),
                read.quotaIn(),
                read.quotaOut(),
                read.flags());
    }

    private @Nullable String answered(String written) {
        return answers.get(COUNTRY + TextFolding.key(written));
    }

    private Home home(String written) {
        Optional<Unit> unit = known.computeIfAbsent(written, units::findByNameOrCode);
        return new Home(written, unit.map(Unit::id).orElse(null));
    }

    public FigureValues values(Figure read) {
        Country country = read.country();
        boolean dated = read.asOf().isKnown();
        return new FigureValues(
                read.block(),
                dated ? read.asOf() : asOf,
                dated && read.fiscalYear(),
                read.countryAsWritten(),
                country == null ? answered(read.countryAsWritten()) : country.code(),
                read.column(),
                read.value(),
                read.women(),
                read.flags());
    }

    public RowStore.Read row(PartnerRecord read, @Nullable UUID spelling) {
        Map<String, List<List<Integer>>> used = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            List<CellPlace> places = read.places().get(field);
            if (places != null) {
                used.put(
                        name(field),
                        places.stream().map(at -> List.of(at.row(), at.column())).toList());
            }
        }
        taken(read.row()).forEach(used::putIfAbsent);
        return new RowStore.Read(
                read.row(), read.number(), cells(read.row()), used, values(read), spelling);
    }

    private Map<String, List<List<Integer>>> taken(int row) {
        Map<String, List<List<Integer>>> taken = new LinkedHashMap<>();
        for (var table : layout.tables()) {
            if (row < table.firstRow() || row > table.lastRow()) {
                continue;
            }
            for (var column : table.columns()) {
                String field = TAKEN.get(column.role());
                if (field != null && !sheet.cell(row, column.column()).isEmpty()) {
                    taken.computeIfAbsent(field, any -> new ArrayList<>())
                            .add(List.of(row, column.column()));
                }
            }
        }
        return taken;
    }

    public RowStore.Read row(Figure read, int number) {
        var place = List.of(List.of(read.place().row(), read.place().column()));
        return new RowStore.Read(
                read.row(),
                number,
                cells(read.row()),
                Map.of(name(Field.VALUE), place),
                values(read),
                null);
    }

    /// The questions about a record that nobody answered yet.
    public List<RowStore.Asked> questions(List<Question> questions) {
        List<RowStore.Asked> open = new ArrayList<>();
        for (Question one : questions) {
            if (one.kind() == Question.Kind.UNKNOWN_COUNTRY && answered(one.written()) != null) {
                continue;
            }
            open.add(
                    new RowStore.Asked(
                            one.place().row(),
                            one.place().column(),
                            one.kind().name().toLowerCase(Locale.ROOT),
                            name(one.field()),
                            one.written(),
                            one.choices()));
        }
        return open;
    }

    public List<String> cells(int row) {
        return sheet.row(row).stream().map(cell -> cell.shown()).toList();
    }

    private static String name(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
