package org.kakehashi.report.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.kakehashi.document.WordPapers;

/// A paper of headings, sentences and tables, as Word or PDF.
final class Paper {
    private static final String FONT = "Noto Sans JP";

    private final XWPFDocument word = new XWPFDocument();

    void title(String text) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, text, 18, true);
    }

    void heading(String text) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setSpacingBefore(240);
        run(paragraph, text, 13, true);
    }

    void text(String text) {
        run(word.createParagraph(), text, 10, false);
    }

    void table(List<String> heads, List<List<String>> rows) {
        XWPFTable table = word.createTable(rows.size() + 1, heads.size());
        table.setWidth("100%");
        for (int column = 0; column < heads.size(); column++) {
            cell(table, 0, column, heads.get(column), true);
            for (int row = 0; row < rows.size(); row++) {
                cell(table, row + 1, column, rows.get(row).get(column), false);
            }
        }
        word.createParagraph();
    }

    private static void cell(XWPFTable table, int row, int column, String text, boolean bold) {
        XWPFParagraph paragraph = table.getRow(row).getCell(column).getParagraphs().getFirst();
        run(paragraph, text, 9, bold);
    }

    private static void run(XWPFParagraph paragraph, String text, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontFamily(FONT, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
    }

    byte[] docx() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] pdf() {
        return WordPapers.pdf(docx());
    }
}
