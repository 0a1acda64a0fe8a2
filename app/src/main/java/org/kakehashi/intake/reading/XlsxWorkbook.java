package org.kakehashi.intake.reading;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/// The table of contents of a workbook.
///
/// @param dates1904 whether days are counted from 1904, as old Macintosh files do
record XlsxWorkbook(List<Part> sheets, boolean dates1904) {

    /// @param relation id under which the sheet's part is found
    record Part(String name, String relation, boolean hidden) {}

    static XlsxWorkbook read(InputStream in) throws XMLStreamException {
        var sheets = new ArrayList<Part>();
        boolean dates1904 = false;
        var xml = Xml.reader(in);
        while (xml.hasNext()) {
            if (Xml.next(xml) != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                dates1904 = Xml.attribute(xml, "date1904").matches("1|true");
            } else if (xml.getLocalName().equals("sheet")) {
                var hidden =
                        Xml.attribute(xml, "state").startsWith("h")
                                || Xml.attribute(xml, "state").startsWith("veryH");
                sheets.add(new Part(Xml.attribute(xml, "name"), Xml.attribute(xml, "id"), hidden));
            }
        }
        return new XlsxWorkbook(sheets, dates1904);
    }
}
