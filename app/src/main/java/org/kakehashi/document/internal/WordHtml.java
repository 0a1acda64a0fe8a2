package org.kakehashi.document.internal;

import static org.kakehashi.document.internal.WordFile.is;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// A Word file as XHTML for print: paragraphs, headings, alignment, bold and such, lists, tables,
/// page size and margins. Pictures, headers and footers are left out.
final class WordHtml {
    private static final double TWIPS = 20;

    private final StringBuilder html = new StringBuilder();
    private final WordNumbers numbers;

    private WordHtml(WordNumbers numbers) {
        this.numbers = numbers;
    }

    static String of(WordFile word) {
        WordHtml writing = new WordHtml(new WordNumbers(word));
        Element body = first(word.body(), "body");
        writing.html
                .append("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><style>")
                .append(style(body == null ? null : first(body, "sectPr")))
                .append("</style></head><body>");
        if (body != null) {
            writing.blocks(body);
        }
        return writing.html.append("</body></html>").toString();
    }

    private static String style(@Nullable Element section) {
        Element size = section == null ? null : first(section, "pgSz");
        Element margin = section == null ? null : first(section, "pgMar");
        return String.format(
                Locale.ROOT,
                """
                @page { size: %.1fpt %.1fpt; margin: %.1fpt %.1fpt %.1fpt %.1fpt; }
                body { font-family: 'Noto Sans JP'; font-size: 10.5pt; line-height: 1.6; }
                p, h1, h2, h3 { margin: 0 0 4pt 0; white-space: pre-wrap; }
                h1 { font-size: 16pt; } h2 { font-size: 13pt; } h3 { font-size: 11.5pt; }
                table { border-collapse: collapse; width: 100%%; margin: 4pt 0; }
                td { border: 0.5pt solid #555; padding: 2pt 4pt; vertical-align: top; }
                tr { page-break-inside: avoid; }
                """,
                points(size, "w", 11906),
                points(size, "h", 16838),
                points(margin, "top", 1440),
                points(margin, "right", 1440),
                points(margin, "bottom", 1440),
                points(margin, "left", 1440));
    }

    private void blocks(Element parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                if (is(element, "p")) {
                    paragraph(element);
                } else if (is(element, "tbl")) {
                    table(element);
                } else if (is(element, "sdt") || is(element, "sdtContent")) {
                    blocks(element);
                }
            }
        }
    }

    private void paragraph(Element paragraph) {
        Element look = first(paragraph, "pPr");
        String tag = tag(value(look, "pStyle"));
        html.append('<').append(tag).append(" style=\"").append(place(look)).append("\">");
        html.append(escaped(numbers.before(look)));
        runs(paragraph);
        html.append("\u200B</").append(tag).append('>'); // an empty paragraph keeps its line
    }

    private void runs(Element parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                if (is(element, "r")) {
                    run(element);
                } else if (is(element, "hyperlink")
                        || is(element, "ins")
                        || is(element, "smartTag")
                        || is(element, "sdt")
                        || is(element, "sdtContent")) {
                    runs(element);
                }
            }
        }
    }

    private void run(Element run) {
        Element look = first(run, "rPr");
        html.append("<span style=\"").append(letters(look)).append("\">");
        for (Node child = run.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (is(child, "t")) {
                html.append(escaped(child.getTextContent()));
            } else if (is(child, "br") || is(child, "cr")) {
                html.append("<br/>");
            } else if (is(child, "tab")) {
                html.append("\u3000");
            }
        }
        html.append("</span>");
    }

    private void table(Element table) {
        html.append("<table>");
        for (Node row = table.getFirstChild(); row != null; row = row.getNextSibling()) {
            if (is(row, "tr")) {
                html.append("<tr>");
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                    if (is(cell, "tc")) {
                        cell((Element) cell);
                    }
                }
                html.append("</tr>");
            }
        }
        html.append("</table>");
    }

    private void cell(Element cell) {
        String span = value(first(cell, "tcPr"), "gridSpan");
        html.append(span.matches("[1-9]\\d?") ? "<td colspan=\"" + span + "\">" : "<td>");
        blocks(cell);
        html.append("</td>");
    }

    private static String tag(String style) {
        return switch (style) {
            case "Title", "a3" -> "h1";
            case "Heading1", "1" -> "h2";
            case "Heading2", "2", "Heading3", "3" -> "h3";
            default -> "p";
        };
    }

    private static String place(@Nullable Element look) {
        String align =
                switch (value(look, "jc")) {
                    case "center" -> "center";
                    case "right", "end" -> "right";
                    case "both", "distribute" -> "justify";
                    default -> "left";
                };
        Element indent = look == null ? null : first(look, "ind");
        return String.format(
                Locale.ROOT,
                "text-align:%s;margin-left:%.1fpt",
                align,
                Math.clamp(points(indent, "left", 0), 0, 300));
    }

    private static String letters(@Nullable Element look) {
        StringBuilder style = new StringBuilder();
        if (on(look, "b")) {
            style.append("font-weight:bold;");
        }
        if (on(look, "i")) {
            style.append("font-style:italic;");
        }
        if (on(look, "u")) {
            style.append("text-decoration:underline;");
        }
        String half = value(look, "sz");
        if (half.matches("\\d{1,3}")) {
            style.append(
                    String.format(
                            Locale.ROOT,
                            "font-size:%.1fpt;",
                            Math.clamp(Integer.parseInt(half) / 2.0, 4, 96)));
        }
        return style.toString();
    }

    private static boolean on(@Nullable Element look, String name) {
        Element found = look == null ? null : first(look, name);
        if (found == null) {
            return false;
        }
        String value = found.getAttributeNS(WordFile.WORD, "val");
        return !value.equals("0") && !value.equals("false") && !value.equals("none");
    }

    static String value(@Nullable Element parent, String name) {
        Element found = parent == null ? null : first(parent, name);
        return found == null ? "" : found.getAttributeNS(WordFile.WORD, "val");
    }

    static @Nullable Element first(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && is(element, name)) {
                return element;
            }
        }
        return null;
    }

    private static double points(@Nullable Element element, String name, int otherwise) {
        String twips = element == null ? "" : element.getAttributeNS(WordFile.WORD, name);
        return (twips.matches("\\d{1,5}") ? Integer.parseInt(twips) : otherwise) / TWIPS;
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
