package org.kakehashi.intake.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.FigureValues;
import org.kakehashi.intake.ListValues;
import org.kakehashi.intake.PartnerValues;
import org.kakehashi.intake.Spelling;
import org.kakehashi.intake.UploadedFile.Trouble;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateText;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Problem;
import org.kakehashi.ui.view.Tone;

/// The room's values in words of the reader's language; made for templates.
public final class Words {
    private static final long MEBIBYTE = 1 << 20;

    private Words() {}

    public static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public static String country(@Nullable String code) {
        return code == null ? "" : new Country(code).name(Text.locale());
    }

    /// A problem of a file: what, where, and what to do.
    public static Problem problem(Trouble trouble) {
        Map<String, Object> arguments = new HashMap<>(trouble.arguments());
        arguments.put("place", place(trouble));
        arguments.put("limit", size(trouble, "limit"));
        arguments.put("found", size(trouble, "found"));
        arguments.putIfAbsent("encoding", "");
        String key = "intake.reading." + trouble.kind();
        return new Problem(
                Messages.text(Text.locale(), key, arguments),
                null,
                Messages.text(Text.locale(), key + ".remedy", arguments));
    }

    private static String size(Trouble trouble, String name) {
        String value = trouble.arguments().getOrDefault(name, "");
        boolean bytes =
                trouble.kind().equals("too_large") || trouble.kind().equals("unpacks_too_large");
        return bytes && value.matches("\\d{1,18}")
                ? Math.max(1, Long.parseLong(value) / MEBIBYTE) + " MB"
                : value;
    }

    private static String place(Trouble trouble) {
        if (trouble.row() > 0) {
            String column = trouble.column() > 0 ? Sheet.columnName(trouble.column()) : "";
            return Text.t(
                    "intake.place.row",
                    "sheet",
                    trouble.sheet(),
                    "row",
                    trouble.row(),
                    "column",
                    column);
        }
        return trouble.sheet().isEmpty()
                ? Text.t("intake.place.file")
                : Text.t("intake.place.sheet", "sheet", trouble.sheet());
    }

    public static String bytes(long bytes) {
        return bytes < MEBIBYTE
                ? Math.max(1, bytes / 1024) + " KB"
                : "%.1f MB".formatted(bytes / (double) MEBIBYTE);
    }

    /// Columns of the preview of records.
    public static List<String> columns(boolean figures) {
        return figures
                ? List.of("label", "country", "measure", "asOf", "value", "women")
                : List.of(
                        "institution",
                        "partnerUnit",
                        "country",
                        "level",
                        "homeUnits",
                        "kinds",
                        "start",
                        "end",
                        "renewal",
                        "quotaIn",
                        "quotaOut");
    }

    /// The values of a record in the order of [#columns].
    public static List<String> values(ListValues values) {
        return switch (values) {
            case PartnerValues partner -> partner(partner);
            case FigureValues figure -> figure(figure);
        };
    }

    private static List<String> partner(PartnerValues partner) {
        String level = partner.level();
        Boolean automatic = partner.automaticRenewal();
        return List.of(
                Stream.concat(Stream.of(partner.institution()), partner.otherNames().stream())
                        .reduce((a, b) -> a + " / " + b)
                        .orElse(""),
                String.join(", ", partner.partnerUnits()),
                country(partner.country()).isEmpty()
                        ? partner.countryWritten()
                        : country(partner.country()),
                level == null ? "" : Text.t("intake.level." + level),
                String.join(
                        ", ", partner.homeUnits().stream().map(home -> home.written()).toList()),
                String.join(", ", partner.kinds().stream().map(Words::kind).toList()),
                date(partner.start()),
                date(partner.end()),
                automatic == null ? "" : Text.t(automatic ? "intake.automatic" : "intake.no"),
                text(partner.quotaIn()),
                text(partner.quotaOut()));
    }

    private static String kind(String code) {
        String key = "intake.agreementKind." + code;
        return Messages.has(key) ? Text.t(key) : code;
    }

    private static List<String> figure(FigureValues figure) {
        return List.of(
                figure.label(),
                country(figure.country()),
                figure.measure(),
                date(figure.asOf()),
                figure.value() == null ? Text.t("ui.unknown") : figure.value().toString(),
                text(figure.women()));
    }

    /// As read, else as written.
    public static String date(DateText date) {
        return date.isKnown() ? date.iso() : date.written();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    public static Tone tone(String state) {
        return switch (state) {
            case "new", "committed", "certain" -> Tone.GOOD;
            case "changed", "suggested" -> Tone.ATTENTION;
            case "refused" -> Tone.BAD;
            case "none" -> Tone.UNKNOWN;
            case "draft" -> Tone.INFO;
            default -> Tone.NEUTRAL;
        };
    }

    /// What is decided about a spelling, or what the machine says.
    public static String standing(Spelling spelling) {
        String decision = spelling.decision();
        return decision == null ? spelling.certainty() : "decided." + decision;
    }

    public static List<String> reasons(Spelling.Candidate candidate) {
        List<String> words = new ArrayList<>();
        candidate
                .reasons()
                .forEach(
                        why -> words.add(Messages.text(Text.locale(), why.key(), why.arguments())));
        return words;
    }

    /// The rows given as `3, 4`.
    public static List<Integer> numbers(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[^0-9]+"))
                        .filter(part -> !part.isEmpty() && part.length() < 8)
                        .map(Integer::valueOf)
                        .filter(number -> number > 0)
                        .distinct()
                        .sorted()
                        .toList();
    }
}
