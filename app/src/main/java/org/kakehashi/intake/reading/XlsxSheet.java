package org.kakehashi.intake.reading;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;

/// Streams the rows of one sheet. Formulas are passed over; their stored values are taken.
final class XlsxSheet {

    private final XMLStreamReader xml;
    private final XlsxValues values;
    private final SheetBuilder builder;
    private int row;
    private int column;
    private String type = "";
    private int style;

    XlsxSheet(XMLStreamReader xml, XlsxValues values, SheetBuilder builder) {
        this.xml = xml;
        this.values = values;
        this.builder = builder;
    }

    void read() throws XMLStreamException {
        boolean more = true;
        while (xml.hasNext()) {
            if (Xml.next(xml) != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> more = more && startRow();
                case "c" -> startCell();
                case "v" -> add(xml.getElementText(), more);
                case "is" -> add(inlineText(), more);
                case "mergeCell" -> merge();
                default -> {}
            }
        }
    }

    private boolean startRow() {
        row = Xml.number(xml, "r", row + 1);
        column = 0;
        return builder.startRow(row);
    }

    private void startCell() {
        var reference = Xml.attribute(xml, "r");
        column = reference.isEmpty() ? column + 1 : columnOf(reference);
        type = Xml.attribute(xml, "t");
        style = Xml.number(xml, "s", 0);
    }

    private void add(String value, boolean more) {
        if (more) {
            builder.add(column, values.cell(type, style, value));
        }
    }

    /// The text of an inline string without its phonetic guide.
    private String inlineText() throws XMLStreamException {
        var text = new StringBuilder();
        int phonetic = 0;
        while (xml.hasNext()) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                if (xml.getLocalName().equals("t") && phonetic == 0) {
                    text.append(xml.getElementText());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                if (xml.getLocalName().equals("is")) {
                    break;
                }
            }
        }
        return text.toString();
    }

    private void merge() {
        var area = CellRangeAddress.valueOf(Xml.attribute(xml, "ref"));
        builder.merge(
                new Merge(
                        area.getFirstRow() + 1,
                        area.getFirstColumn() + 1,
                        area.getLastRow() + 1,
                        area.getLastColumn() + 1));
    }

    private static int columnOf(String reference) {
        int number = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            number = number * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        return number;
    }
}
