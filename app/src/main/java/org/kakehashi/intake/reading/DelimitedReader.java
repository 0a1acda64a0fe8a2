package org.kakehashi.intake.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.kakehashi.intake.reading.FileReading.Format;
import org.kakehashi.intake.reading.ReadingProblem.Kind;

/// Delimited text: any delimiter, any usual encoding, with and without quotation marks.
final class DelimitedReader {

    private static final int LONGEST_FIELD = 1 << 20;
    private static final int MOST_FIELDS = 2_000_000;
    private static final int LINES_TOO_MANY = 60;
    private static final char NO_QUOTE = '\u0001';

    private DelimitedReader() {}

    static FileReading read(Path file, String name, ReadingLimits limits) throws IOException {
        var decoded = Encodings.decode(Files.readAllBytes(file));
        var encoding = decoded.charset().name();
        char delimiter =
                Delimiters.find(decoded.text(), name.toLowerCase(Locale.ROOT).endsWith(".tsv"));
        var builder = new SheetBuilder(limits);
        if (!fill(builder, decoded.text(), delimiter, '"', limits)) {
            builder = new SheetBuilder(limits);
            fill(builder, decoded.text(), delimiter, NO_QUOTE, limits);
            builder.report(ReadingProblem.of(Kind.UNCLOSED_QUOTE));
        }
        if (decoded.firstMixedLine() > 0) {
            var place = Place.row("", decoded.firstMixedLine());
            builder.report(
                    new ReadingProblem(Kind.MIXED_ENCODING, place, Map.of("encoding", encoding)));
        } else if (decoded.guessed()) {
            builder.report(
                    new ReadingProblem(
                            Kind.ENCODING_GUESSED, Place.FILE, Map.of("encoding", encoding)));
        }
        return builder.build(Format.DELIMITED, encoding);
    }

    /// False when a quotation mark is never closed, so that the file must be read without them.
    private static boolean fill(
            SheetBuilder builder, String text, char delimiter, char quote, ReadingLimits limits) {
        builder.startSheet("", false);
        int number = 0;
        try (var reader = reader(text, delimiter, quote)) {
            for (var row : reader) {
                if (quote == '"'
                        && row.getFields().stream().anyMatch(DelimitedReader::swallowedLines)) {
                    return false;
                }
                if (!builder.startRow(++number)) {
                    break;
                }
                for (int column = 1; column <= row.getFieldCount(); column++) {
                    builder.add(column, Cell.text(row.getField(column - 1)));
                }
            }
        } catch (CsvParseException e) {
            if (quote == '"') {
                return false;
            }
            builder.report(ReadingProblem.of(Kind.DAMAGED));
        } catch (IOException e) {
            throw new Refusal(Kind.DAMAGED);
        }
        builder.endSheet();
        return true;
    }

    private static boolean swallowedLines(String field) {
        return field.indexOf('\n') >= 0 && field.lines().count() > LINES_TOO_MANY;
    }

    /// Wide rows are cut by our own limits, not by the parser's.
    private static CsvRecordHandler fields() {
        return CsvRecordHandler.builder()
                .maxFields(MOST_FIELDS)
                .maxFieldSize(LONGEST_FIELD)
                .maxRecordSize(64 * LONGEST_FIELD)
                .build();
    }

    private static CsvReader<CsvRecord> reader(String text, char delimiter, char quote) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_FIELD)
                .build(fields(), text);
    }
}
