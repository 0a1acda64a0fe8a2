package org.kakehashi.document.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kakehashi.document.TemplateValues;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Fills the fields of a Word file, also where Word has split a field over several runs.
///
/// - `{{partner}}` becomes the value.
/// - A table row, or a paragraph outside tables, with `{{quotas.kind}}` is repeated for each entry
///   of the list; of an empty list nothing stays.
/// - A row or paragraph that begins with `{{?waiver}}` goes where the value is empty.
public final class TemplateFill {
    private static final String NAME = "[\\p{L}][\\p{L}\\p{N}_-]*(?:\\.[\\p{L}][\\p{L}\\p{N}_-]*)?";
    private static final Pattern FIELD =
            Pattern.compile("\\{\\{\\s*(\\??)\\s*(" + NAME + ")\\s*}}");
    private static final String SPACE = "http://www.w3.org/XML/1998/namespace";

    private final TemplateValues values;

    private TemplateFill(TemplateValues values) {
        this.values = values;
    }

    /// The names of all fields of a template.
    public static Set<String> names(WordFile word) {
        Set<String> names = new LinkedHashSet<>();
        for (Element root : word.roots()) {
            for (Element paragraph : below(root, "p")) {
                FIELD.matcher(text(paragraph))
                        .results()
                        .forEach(found -> names.add(found.group(2)));
            }
        }
        return names;
    }

    /// Is there a value, or a list all of whose entries have one?
    public static boolean knows(TemplateValues values, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return values.fields().containsKey(name);
        }
        List<Map<String, String>> entries = values.lists().get(name.substring(0, dot));
        return entries != null
                && entries.stream().allMatch(entry -> entry.containsKey(name.substring(dot + 1)));
    }

    /// Fills the file and gives it back. Every name must be known.
    public static WordFile fill(WordFile word, TemplateValues values) {
        TemplateFill filling = new TemplateFill(values);
        for (Element root : word.roots()) {
            for (Element row : below(root, "tr")) {
                filling.block(row);
            }
            for (Element paragraph : below(root, "p")) {
                filling.block(paragraph);
            }
            below(root, "tbl").forEach(TemplateFill::goesWhenEmpty);
        }
        return word;
    }

    /// Word calls a file damaged that has a table without a row.
    private static void goesWhenEmpty(Element table) {
        if (children(table, "tr").isEmpty()) {
            table.getParentNode().removeChild(table);
        }
    }

    /// A row or a paragraph.
    private void block(Element block) {
        String list = list(block);
        if (list != null) {
            for (Map<String, String> entry : values.lists().getOrDefault(list, List.of())) {
                Element copy = (Element) block.cloneNode(true);
                block.getParentNode().insertBefore(copy, block);
                filled(
                        copy,
                        name ->
                                name.startsWith(list + ".")
                                        ? entry.getOrDefault(name.substring(list.length() + 1), "")
                                        : values.fields().getOrDefault(name, ""));
            }
            remove(block);
        } else {
            filled(block, name -> values.fields().getOrDefault(name, ""));
        }
    }

    private static @org.jspecify.annotations.Nullable String list(Element block) {
        Matcher field = FIELD.matcher(text(block));
        while (field.find()) {
            int dot = field.group(2).indexOf('.');
            if (dot > 0) {
                return field.group(2).substring(0, dot);
            }
        }
        return null;
    }

    private static void filled(Element block, UnaryOperator<String> value) {
        Matcher first = FIELD.matcher(text(block).stripLeading());
        if (first.lookingAt()
                && !first.group(1).isEmpty()
                && value.apply(first.group(2)).isBlank()) {
            remove(block);
            return;
        }
        List<Element> paragraphs = WordFile.is(block, "p") ? List.of(block) : below(block, "p");
        paragraphs.forEach(paragraph -> replace(paragraph, value));
    }

    /// The last field first, so that the places of those before it stay right. The value takes the
    /// look of the run in which the field begins.
    private static void replace(Element paragraph, UnaryOperator<String> value) {
        List<Element> pieces = below(paragraph, "t");
        List<MatchResult> fields = FIELD.matcher(text(paragraph)).results().toList();
        for (MatchResult field : fields.reversed()) {
            String with = field.group(1).isEmpty() ? value.apply(field.group(2)) : "";
            int at = 0;
            boolean begun = false;
            for (Element piece : pieces) {
                String text = piece.getTextContent();
                int from = Math.max(field.start() - at, 0);
                int to = Math.min(field.end() - at, text.length());
                if (from < to) {
                    write(
                            piece,
                            text.substring(0, from) + (begun ? "" : with) + text.substring(to));
                    begun = true;
                }
                at += text.length();
            }
        }
        pieces.forEach(TemplateFill::breaks);
    }

    private static void write(Element piece, String text) {
        piece.setTextContent(text);
        piece.setAttributeNS(SPACE, "xml:space", "preserve");
    }

    /// Lines of a value become lines of the paragraph.
    private static void breaks(Element piece) {
        String[] lines = piece.getTextContent().split("\\R", -1);
        if (lines.length == 1) {
            return;
        }
        write(piece, lines[0]);
        Node after = piece.getNextSibling();
        for (int i = 1; i < lines.length; i++) {
            Node run = piece.getParentNode();
            run.insertBefore(
                    piece.getOwnerDocument().createElementNS(WordFile.WORD, "w:br"), after);
            Element line = (Element) piece.cloneNode(false);
            write(line, lines[i]);
            run.insertBefore(line, after);
        }
    }

    /// A cell of a table must keep a paragraph, or Word calls the file damaged.
    private static void remove(Element block) {
        Node parent = block.getParentNode();
        boolean last =
                WordFile.is(block, "p")
                        && WordFile.is(parent, "tc")
                        && children(parent, "p").size() == 1;
        if (last) {
            below(block, "r").forEach(run -> run.getParentNode().removeChild(run));
        } else {
            parent.removeChild(block);
        }
    }

    private static String text(Element block) {
        StringBuilder text = new StringBuilder();
        below(block, "t").forEach(piece -> text.append(piece.getTextContent()));
        return text.toString();
    }

    private static List<Element> children(Node parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && WordFile.is(element, name)) {
                found.add(element);
            }
        }
        return found;
    }

    /// As they are now, in the order of the text.
    static List<Element> below(Element root, String name) {
        var live = root.getElementsByTagNameNS(WordFile.WORD, name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < live.getLength(); i++) {
            found.add((Element) live.item(i));
        }
        return found;
    }
}
