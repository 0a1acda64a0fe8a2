package org.kakehashi.partnership.designation.web;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Measure;
import org.kakehashi.partnership.designation.Criterion;
import org.kakehashi.partnership.designation.Scheme;
import org.kakehashi.ui.view.Choice;

/// The page of a scheme; a draft with its form as typed.
///
/// @param problem what is wrong with what was typed, in the reader's words; null: nothing
public record SchemePage(
        Scheme scheme,
        List<Measure> measures,
        boolean mayConfigure,
        Map<String, String> typed,
        @Nullable String problem) {
    /// So many criteria more than it has may be typed at once.
    static final int MORE = 3;

    public boolean editable() {
        return mayConfigure && scheme.state() == Scheme.State.DRAFT;
    }

    public String href() {
        return "/strategic-partners/schemes/" + scheme.id();
    }

    public String value(String name, @Nullable Object known) {
        return typed.getOrDefault(name, known == null ? "" : known.toString());
    }

    public int rows() {
        return scheme.criteria().size() + MORE;
    }

    public @Nullable Criterion criterion(int row) {
        return row < scheme.criteria().size() ? scheme.criteria().get(row) : null;
    }

    public List<Choice> sources(int row) {
        Criterion one = criterion(row);
        String known =
                one == null || one.source() == null
                        ? ""
                        : Objects.requireNonNull(one.source()).measure();
        return measures.stream()
                .map(each ->
                        new Choice(each.name(), t(each.nameKey()))
                                .chosenIf(value("measure-" + row, known)))
                .toList();
    }

    public List<Choice> ways(int row) {
        Criterion one = criterion(row);
        String known =
                one == null || one.source() == null
                        ? "count"
                        : Objects.requireNonNull(one.source()).of().code();
        return Stream.of(Criterion.Of.values())
                .map(each ->
                        new Choice(each.code(), t("partnership.scheme.of." + each.code()))
                                .chosenIf(value("of-" + row, known)))
                .toList();
    }

    /// Measures with the names of their dimensions, as conditions write them.
    public List<String> dimensions() {
        return measures.stream()
                .map(each ->
                        t(each.nameKey())
                                + ": "
                                + String.join(
                                        ", ",
                                        each.dimensions().stream()
                                                .map(one -> one.name())
                                                .filter(name -> !name.equals("partner"))
                                                .toList()))
                .toList();
    }
}
