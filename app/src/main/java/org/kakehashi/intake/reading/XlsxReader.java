package org.kakehashi.intake.reading;

import java.io.IOException;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.kakehashi.intake.reading.FileReading.Format;
import org.kakehashi.intake.reading.ReadingProblem.Kind;
import org.xml.sax.SAXException;

/// Excel workbooks since 2007. The package, styles and shared strings are Apache POI's work; the
/// rows are streamed by [XlsxSheet].
final class XlsxReader {

    private XlsxReader() {}

    static FileReading read(Path file, ReadingLimits limits) throws IOException {
        try (var pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var builder = new SheetBuilder(limits);
            readSheets(pack, builder, limits);
            return builder.build(Format.XLSX, "");
        } catch (Refusal e) {
            throw e;
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | SAXException
                | XMLStreamException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new Refusal(Kind.DAMAGED);
        }
    }

    private static void readSheets(OPCPackage pack, SheetBuilder builder, ReadingLimits limits)
            throws IOException, OpenXML4JException, SAXException, XMLStreamException {
        var workbook = new XSSFReader(pack);
        var parts = XlsxWorkbook.read(workbook.getWorkbookData());
        SharedStrings strings = new ReadOnlySharedStringsTable(pack, false);
        var values = new XlsxValues(strings, workbook.getStylesTable(), parts.dates1904());
        for (var part : parts.sheets()) {
            if (!builder.startSheet(part.name(), part.hidden())) {
                return;
            }
            try (var in =
                    new LimitedStream(workbook.getSheet(part.relation()), limits.unpackedBytes())) {
                new XlsxSheet(Xml.reader(in), values, builder).read();
            }
            builder.endSheet();
        }
    }
}
