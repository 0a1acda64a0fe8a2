package org.kakehashi.ui.chart;

import java.text.BreakIterator;
import java.util.List;
import org.kakehashi.ui.Text;

/// How wide a text will be, near enough to place it: Japanese is one em a character, Latin a little
/// over half.
final class Ems {
    private Ems() {}

    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Ems::em).sum() * size;
    }

    /// The text cut to this width, with an ellipsis.
    static String fit(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        double room = width - size;
        for (int character : text.codePoints().toArray()) {
            room -= em(character) * size;
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.append('…').toString();
    }

    /// The text on one line or, where it is too long for that, on two; the second is cut if need
    /// be.
    static List<String> lines(String text, double size, double width) {
        if (width(text, size) <= width) {
            return List.of(text);
        }
        BreakIterator places = BreakIterator.getLineInstance(Text.locale());
        places.setText(text);
        int cut = 0;
        for (int next = places.first(); next != BreakIterator.DONE; next = places.next()) {
            if (width(text.substring(0, next).stripTrailing(), size) > width) {
                break;
            }
            cut = next;
        }
        return cut == 0
                ? List.of(fit(text, size, width))
                : List.of(
                        text.substring(0, cut).stripTrailing(),
                        fit(text.substring(cut), size, width));
    }

    private static double em(int character) {
        if (character >= 0x2E80 && !(character >= 0xFF61 && character <= 0xFF9F)) {
            return 1;
        }
        return Character.isUpperCase(character) ? 0.66 : character == ' ' ? 0.25 : 0.56;
    }
}
