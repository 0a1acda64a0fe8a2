package org.kakehashi.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A Word template that a room brings with it: title, headings, paragraphs and tables, with fields
/// like any other template. Offices take it out, change it in Word and put it in the library.
public final class PlainTemplate {
    private static final String WORD =
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String TYPES =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>\
            """;
    private static final String RELATIONS =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>\
            """;
    private static final String PARTS =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>\
            """;
    private static final String STYLES =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:styles xmlns:w="%s"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Sans JP" w:hAnsi="Noto Sans JP" w:eastAsia="Noto Sans JP"/><w:sz w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style></w:styles>\
            """
                    .formatted(WORD);

    private final StringBuilder body = new StringBuilder();

    public PlainTemplate title(String text) {
        return paragraph("Title", text);
    }

    public PlainTemplate heading(String text) {
        return paragraph("Heading1", text);
    }

    public PlainTemplate paragraph(String text) {
        return paragraph("Normal", text);
    }

    /// A table of a row of headings and one row of fields, repeated for each entry of their list.
    /// It goes as a whole where the field `has` is empty.
    public PlainTemplate table(String has, List<String> headings, List<String> fields) {
        body.append("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            body.append("<w:")
                    .append(side)
                    .append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"777777\"/>");
        }
        body.append("</w:tblBorders></w:tblPr><w:tblGrid>")
                .append("<w:gridCol/>".repeat(headings.size()))
                .append("</w:tblGrid>");
        row(headings, "{{?" + has + "}}", true);
        row(fields, "", false);
        body.append("</w:tbl>");
        return paragraph("{{?" + has + "}}");
    }

    private void row(List<String> cells, String before, boolean bold) {
        body.append("<w:tr>");
        if (bold) {
            body.append("<w:trPr><w:tblHeader/></w:trPr>");
        }
        String start = before;
        for (String cell : cells) {
            body.append("<w:tc><w:p>");
            run(start + cell, bold);
            body.append("</w:p></w:tc>");
            start = "";
        }
        body.append("</w:tr>");
    }

    private PlainTemplate paragraph(String style, String text) {
        body.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
        run(text, false);
        body.append("</w:p>");
        return this;
    }

    private void run(String text, boolean bold) {
        body.append("<w:r>")
                .append(bold ? "<w:rPr><w:b/></w:rPr>" : "")
                .append("<w:t xml:space=\"preserve\">")
                .append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .append("</w:t></w:r>");
    }

    /// The Word file, A4.
    public byte[] bytes() {
        String document =
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document"
                        + " xmlns:w=\""
                        + WORD
                        + "\"><w:body>"
                        + body
                        + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\""
                        + " w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\""
                        + " w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", TYPES);
            put(zip, "_rels/.rels", RELATIONS);
            put(zip, "word/_rels/document.xml.rels", PARTS);
            put(zip, "word/styles.xml", STYLES);
            put(zip, "word/document.xml", document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
