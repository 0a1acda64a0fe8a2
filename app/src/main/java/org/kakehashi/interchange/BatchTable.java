package org.kakehashi.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Recognised.Reason;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.export.ExportColumn;

/// The result as a table: the row as it came, then what it means.
public final class BatchTable {
    private BatchTable() {}

    /// @param head names of the columns as they came, empty where there are none
    /// @param width how many columns came
    /// @param candidates organizations of candidates that are not accepted, by id
    public static List<ExportColumn<BatchLine>> columns(
            List<String> head, int width, Map<UUID, OrganizationRef> candidates, Locale locale) {
        List<ExportColumn<BatchLine>> columns = new ArrayList<>();
        columns.add(column("row", BatchLine::position));
        for (int i = 1; i <= width; i++) {
            int at = i;
            String name = Columns.cell(head, i);
            String shown = name.isEmpty() ? String.valueOf(i) : name;
            columns.add(
                    new ExportColumn<>(
                            "cell" + i,
                            new Bilingual(shown, shown),
                            30,
                            line -> Columns.cell(line.cells(), at)));
        }
        columns.addAll(meaning(candidates, locale));
        return columns;
    }

    private static List<ExportColumn<BatchLine>> meaning(
            Map<UUID, OrganizationRef> candidates, Locale locale) {
        return List.of(
                column(
                        "ror",
                        of(one -> one.rorId() == null ? null : "https://ror.org/" + one.rorId())),
                column("nameJa", of(one -> one.name().ja())).wide(30),
                column("nameEn", of(one -> named(one))).wide(40),
                column("country", of(one -> one.country() == null ? null : one.country().code())),
                column("decision", line -> standing(line, locale)),
                column(
                        "score",
                        line -> line.score() == null ? null : Math.round(line.score() * 100)),
                column("evidence", line -> evidence(line, locale)).wide(60),
                column("rest", BatchLine::rest).wide(30),
                column("all", line -> ids(line.all())).wide(60),
                column("others", line -> others(line, locale)).wide(60),
                column("candidates", line -> candidates(line, candidates, locale)).wide(60));
    }

    private static String named(OrganizationRef one) {
        String english = one.name().en();
        return english == null ? one.registered() : english;
    }

    private static Function<BatchLine, @Nullable Object> of(
            Function<OrganizationRef, @Nullable Object> value) {
        return line -> line.organization() == null ? null : value.apply(line.organization());
    }

    private static ExportColumn<BatchLine> column(
            String key, Function<BatchLine, @Nullable Object> value) {
        String message = "interchange.column." + key;
        return ExportColumn.of(
                key,
                Messages.text(Locale.JAPANESE, message),
                Messages.text(Locale.ENGLISH, message),
                value);
    }

    public static String standing(BatchLine line, Locale locale) {
        return Messages.text(locale, "interchange.standing." + line.standing());
    }

    /// Reasons of the first candidate, those against it marked.
    public static String evidence(BatchLine line, Locale locale) {
        if (line.candidates().isEmpty()) {
            return "";
        }
        return line.candidates().getFirst().reasons().stream()
                .map((Reason reason) -> (reason.against() ? "(−) " : "") + reason.text(locale))
                .collect(Collectors.joining("; "));
    }

    private static String ids(List<OrganizationRef> organizations) {
        return organizations.stream()
                .filter(one -> one.rorId() != null)
                .map(one -> "https://ror.org/" + one.rorId())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /// Further organizations the text names, those a person must look at marked.
    public static String others(BatchLine line, Locale locale) {
        return line.others().stream()
                .map(other ->
                        other.organization().label(locale)
                                + (other.certain()
                                        ? ""
                                        : " ("
                                                + Messages.text(
                                                        locale, "interchange.standing.suggested")
                                                + ")"))
                .collect(Collectors.joining("; "));
    }

    private static String candidates(
            BatchLine line, Map<UUID, OrganizationRef> candidates, Locale locale) {
        if (line.organization() != null) {
            return "";
        }
        return line.candidates().stream()
                .map(choice -> candidates.get(choice.id()))
                .filter(java.util.Objects::nonNull)
                .map(one -> one.label(locale) + (one.rorId() == null ? "" : " " + one.rorId()))
                .collect(Collectors.joining("; "));
    }
}
