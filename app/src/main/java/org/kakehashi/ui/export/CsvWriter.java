package org.kakehashi.ui.export;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.ui.Dates;

/// CSV for Excel: UTF-8 with a byte order mark, or CP932 for systems that read nothing else.
public final class CsvWriter {
    static final Charset CP932 = Charset.forName("windows-31j");
    private static final char GETA = '〓';
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Dates.zone());

    /// How many rows were written and how many characters had to be replaced by 〓.
    public record Written(long rows, long replaced) {}

    private CsvWriter() {}

    public static <R> Written utf8(TableExport<R> table, OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        return write(
                table,
                new OutputStreamWriter(
                        new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8),
                null);
    }

    /// Characters CP932 lacks become 〓, as print shops have always done, and are counted.
    public static <R> Written cp932(TableExport<R> table, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(new BufferedOutputStream(out, 1 << 16), CP932);
        return write(table, writer, new Cp932Text());
    }

    private static <R> Written write(TableExport<R> table, Writer writer, @Nullable Cp932Text cp932)
            throws IOException {
        long rows = 0;
        try (var csv =
                de.siegmar.fastcsv.writer.CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(writer)) {
            List<String> headers = new ArrayList<>();
            table.columns()
                    .forEach(column -> headers.add(cell(column.header(), table.locale(), cp932)));
            csv.writeRecord(headers);
            Iterator<R> each = table.rows().iterator();
            while (each.hasNext()) {
                R row = each.next();
                List<String> cells = new ArrayList<>(headers.size());
                table.columns()
                        .forEach(column ->
                                cells.add(cell(column.value().apply(row), table.locale(), cp932)));
                csv.writeRecord(cells);
                rows++;
            }
        }
        return new Written(rows, cp932 == null ? 0 : cp932.replaced());
    }

    private static String cell(@Nullable Object value, Locale locale, @Nullable Cp932Text cp932) {
        String text = text(value, locale);
        return cp932 == null ? text : cp932.of(text);
    }

    private static String text(@Nullable Object value, Locale locale) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Instant instant -> INSTANT.format(instant);
            case Boolean bool -> bool ? "1" : "0";
            case Bilingual text -> Neutral.csv(text.in(locale));
            default -> Neutral.csv(value.toString());
        };
    }

    private static final class Cp932Text {
        private final java.nio.charset.CharsetEncoder encoder = CP932.newEncoder();
        private long replaced;

        String of(String text) {
            if (encoder.canEncode(text)) {
                return text;
            }
            StringBuilder kept = new StringBuilder(text.length());
            text.codePoints().forEach(character -> kept.append(fit(Character.toString(character))));
            return kept.toString();
        }

        private String fit(String character) {
            String known = familiar(character);
            if (encoder.canEncode(known)) {
                return known;
            }
            replaced++;
            return String.valueOf(GETA);
        }

        /// Signs that Unicode and CP932 write differently though people mean the same.
        private static String familiar(String character) {
            return switch (character) {
                case "〜" -> "～";
                case "−" -> "－";
                case "–", "—" -> "―";
                case "‖" -> "∥";
                case "¢" -> "￠";
                case "£" -> "￡";
                case "\u00a0" -> " ";
                default -> character;
            };
        }

        long replaced() {
            return replaced;
        }
    }
}
