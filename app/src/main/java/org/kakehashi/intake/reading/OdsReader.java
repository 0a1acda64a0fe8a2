package org.kakehashi.intake.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kakehashi.intake.reading.FileReading.Format;
import org.kakehashi.intake.reading.ReadingProblem.Kind;

/// OpenDocument spreadsheets. Only content.xml is read, streaming.
final class OdsReader {

    private final XMLStreamReader xml;
    private final SheetBuilder builder;
    private final ReadingLimits limits;
    private int row;
    private int rowsRepeated = 1;
    private int column;
    private boolean more = true;

    private OdsReader(XMLStreamReader xml, SheetBuilder builder, ReadingLimits limits) {
        this.xml = xml;
        this.builder = builder;
        this.limits = limits;
    }

    static FileReading read(ZipFile zip, ReadingLimits limits) throws IOException {
        if (isEncrypted(zip)) {
            throw new Refusal(Kind.PASSWORD_PROTECTED);
        }
        var content = zip.getEntry("content.xml");
        try (var in = new LimitedStream(zip.getInputStream(content), limits.unpackedBytes())) {
            var builder = new SheetBuilder(limits);
            new OdsReader(Xml.reader(in), builder, limits).read();
            return builder.build(Format.ODS, "");
        } catch (XMLStreamException e) {
            throw new Refusal(Kind.DAMAGED);
        }
    }

    private static boolean isEncrypted(ZipFile zip) throws IOException {
        var manifest = zip.getEntry("META-INF/manifest.xml");
        if (manifest == null) {
            return false;
        }
        try (var in = zip.getInputStream(manifest)) {
            var text = new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
            return text.contains("encryption-data");
        }
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext() && more) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("table")) {
                builder.endSheet();
            }
        }
    }

    private void start(String element) throws XMLStreamException {
        switch (element) {
            case "table" -> {
                more = builder.startSheet(Xml.attribute(xml, "name"), false);
                row = 0;
                rowsRepeated = 1;
            }
            case "table-row" -> {
                row += rowsRepeated;
                rowsRepeated = Math.max(1, Xml.number(xml, "number-rows-repeated", 1));
                row += row == 0 ? 1 : 0;
                column = 1;
            }
            case "table-cell", "covered-table-cell" -> cell();
            default -> {}
        }
    }

    private void cell() throws XMLStreamException {
        int repeated = Math.max(1, Xml.number(xml, "number-columns-repeated", 1));
        int spanColumns = Xml.number(xml, "number-columns-spanned", 1);
        int spanRows = Xml.number(xml, "number-rows-spanned", 1);
        var value = value();
        if (!value.isEmpty()) {
            add(value, Math.min(repeated, limits.columns()));
        }
        if (spanColumns > 1 || spanRows > 1) {
            builder.merge(new Merge(row, column, row + spanRows - 1, column + spanColumns - 1));
        }
        column += repeated;
    }

    private int started;

    private void add(Cell value, int repeated) {
        if (started != row) {
            started = row;
            if (!builder.startRow(row)) {
                return;
            }
        }
        for (int i = 0; i < repeated; i++) {
            builder.add(column + i, value);
        }
    }

    private Cell value() throws XMLStreamException {
        var type = Xml.attribute(xml, "value-type");
        var number = Xml.attribute(xml, "value");
        var date = Xml.attribute(xml, "date-value");
        var shown = text();
        return switch (type) {
            case "float", "currency", "percentage" -> Cell.number(plain(number, shown), shown);
            case "date" -> Cell.date(date.length() > 10 ? date.substring(0, 10) : date, shown);
            default -> Cell.text(shown);
        };
    }

    private static String plain(String number, String shown) {
        try {
            return SpreadsheetNumbers.plain(Double.parseDouble(number));
        } catch (NumberFormatException _) {
            return shown;
        }
    }

    /// The paragraphs of the cell, without annotations.
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        int annotation = 0;
        while (depth > 0) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                annotation += xml.getLocalName().equals("annotation") || annotation > 0 ? 1 : 0;
                if (xml.getLocalName().equals("p") && !text.isEmpty() && annotation == 0) {
                    text.append('\n');
                } else if (xml.getLocalName().equals("s")
                        || xml.getLocalName().equals("line-break")) {
                    text.append(' ');
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                annotation -= annotation > 0 ? 1 : 0;
            } else if (event == XMLStreamConstants.CHARACTERS && annotation == 0) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }
}
