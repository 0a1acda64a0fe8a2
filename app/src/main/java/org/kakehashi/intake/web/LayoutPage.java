package org.kakehashi.intake.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.Preview;
import org.kakehashi.intake.understanding.Column;
import org.kakehashi.intake.understanding.Role;
import org.kakehashi.intake.understanding.RowUse;
import org.kakehashi.intake.understanding.TableLayout;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DayMonthOrder;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;

/// What the page of the layout shows.
///
/// @param index which table of the sheet is being set
/// @param profile name of the saved layout in use
public record LayoutPage(
        Import one,
        Preview preview,
        int index,
        List<Choice> kinds,
        List<Choice> units,
        boolean everywhere,
        List<Choice> earlier,
        @Nullable String profile,
        int profileUsed) {
    private static final int COLUMNS = 40;
    private static final Set<Role> FIGURES =
            EnumSet.of(
                    Role.IGNORED,
                    Role.ORDINAL,
                    Role.REGION,
                    Role.COUNTRY,
                    Role.LABEL,
                    Role.PERIOD,
                    Role.FIGURE,
                    Role.TOTAL,
                    Role.COUNTRY_FIGURES,
                    Role.REMARKS);

    public @Nullable TableLayout table() {
        var tables = preview.layout().tables();
        return index < tables.size() ? tables.get(index) : null;
    }

    public Optional<Column> column(int number) {
        TableLayout table = table();
        return table == null
                ? Optional.empty()
                : table.columns().stream().filter(one -> one.column() == number).findFirst();
    }

    /// How many columns are shown.
    public int width() {
        return Math.min(COLUMNS, preview.width());
    }

    public List<Choice> roles(Column column) {
        boolean figures = one.kind().equals("figures");
        List<Choice> choices = new ArrayList<>();
        for (Role role : Role.values()) {
            boolean fits =
                    figures
                            ? FIGURES.contains(role)
                            : !FIGURES.contains(role)
                                    || role == Role.IGNORED
                                    || role == Role.ORDINAL
                                    || role == Role.REGION
                                    || role == Role.COUNTRY
                                    || role == Role.REMARKS;
            if (fits || role == column.role()) {
                choices.add(
                        new Choice(
                                Words.code(role),
                                Text.t("intake.role." + Words.code(role)),
                                role == column.role()));
            }
        }
        return choices;
    }

    public List<Choice> levels() {
        TableLayout table = table();
        var level = table == null ? null : table.context().level();
        return List.of(
                new Choice(
                        "university",
                        Text.t("intake.level.university"),
                        level != null && level.name().equals("UNIVERSITY")),
                new Choice(
                        "department",
                        Text.t("intake.level.department"),
                        level != null && level.name().equals("DEPARTMENT")));
    }

    public List<Choice> countries() {
        TableLayout table = table();
        var country = table == null ? null : table.context().country();
        return countryChoices(country == null ? "" : country.code());
    }

    public static List<Choice> countryChoices(@Nullable String chosen) {
        return Country.all(Text.locale()).stream()
                .map(one ->
                        new Choice(one.code(), one.name(Text.locale()), one.code().equals(chosen)))
                .toList();
    }

    public List<Choice> orders() {
        TableLayout table = table();
        List<Choice> choices = new ArrayList<>();
        for (DayMonthOrder order : DayMonthOrder.values()) {
            choices.add(
                    new Choice(
                            Words.code(order),
                            Text.t("intake.order." + Words.code(order)),
                            table != null && table.dateOrder() == order));
        }
        return choices;
    }

    public List<Choice> uses() {
        List<Choice> choices = new ArrayList<>();
        for (RowUse use : RowUse.values()) {
            choices.add(
                    new Choice(Words.code(use), Text.t("intake.use." + Words.code(use)), false));
        }
        return choices;
    }

    public static String rowClass(String use) {
        return switch (use) {
            case "header" -> "is-header";
            case "country_heading",
                    "region_heading",
                    "home_unit_heading",
                    "level_heading",
                    "other_heading" ->
                    "is-heading";
            case "data", "continuation" -> "";
            default -> "is-ignored";
        };
    }
}
