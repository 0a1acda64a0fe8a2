package org.kakehashi.document.internal;

import static org.kakehashi.document.internal.WordHtml.first;
import static org.kakehashi.document.internal.WordHtml.value;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// The numbers and bullets of lists. Numbers are counted as 1, 2, 3 whatever form Word gives them.
final class WordNumbers {
    private record Level(boolean bullet, String text) {}

    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, Integer> counted = new HashMap<>();

    WordNumbers(WordFile word) {
        Element root = word.numbering();
        if (root == null) {
            return;
        }
        Map<String, Element> kinds = new HashMap<>();
        for (Element kind : TemplateFill.below(root, "abstractNum")) {
            kinds.put(kind.getAttributeNS(WordFile.WORD, "abstractNumId"), kind);
        }
        for (Element list : TemplateFill.below(root, "num")) {
            Element kind = kinds.get(value(list, "abstractNumId"));
            if (kind != null) {
                String number = list.getAttributeNS(WordFile.WORD, "numId");
                for (Element level : TemplateFill.below(kind, "lvl")) {
                    levels.put(
                            number + "/" + level.getAttributeNS(WordFile.WORD, "ilvl"),
                            new Level(
                                    value(level, "numFmt").equals("bullet"),
                                    value(level, "lvlText")));
                }
            }
        }
    }

    /// What stands before a paragraph; empty if it is in no list.
    String before(@Nullable Element look) {
        Element place = look == null ? null : first(look, "numPr");
        if (place == null) {
            return "";
        }
        String list = value(place, "numId");
        String depth = value(place, "ilvl").isEmpty() ? "0" : value(place, "ilvl");
        Level level = levels.get(list + "/" + depth);
        if (level == null) {
            return "";
        }
        if (level.bullet()) {
            return "• ";
        }
        int now = counted.merge(list + "/" + depth, 1, Integer::sum);
        counted.keySet().removeIf(key -> deeper(key, list, depth));
        StringBuilder text = new StringBuilder(level.text());
        for (int i = 1; i <= 9; i++) {
            String number =
                    Integer.toString(
                            Integer.toString(i - 1).equals(depth)
                                    ? now
                                    : counted.getOrDefault(list + "/" + (i - 1), 1));
            int at = text.indexOf("%" + i);
            if (at >= 0) {
                text.replace(at, at + 2, number);
            }
        }
        return text.append(' ').toString();
    }

    private static boolean deeper(String key, String list, String depth) {
        return key.startsWith(list + "/") && key.substring(list.length() + 1).compareTo(depth) > 0;
    }
}
