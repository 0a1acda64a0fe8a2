package org.kakehashi.intake.understanding;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kakehashi.kernel.TextFolding;

/// Faculties of the partner that a list puts among the remarks: a remark that names a unit, or the
/// short title by which rows of the same partner differ.
final class RemarkUnits {

    private static final Pattern SUFFIX =
            Pattern.compile(
                    "\\s*(?:만\\s*(?:지원\\s*)?가능|만\\s*해당|소속|전공자?|のみ(?:可|対象)?|限定|に限る|only)\\s*$",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE = Pattern.compile("\\p{Lu}[\\p{L}&,'’ -]+");
    private static final Pattern SENTENCE =
            Pattern.compile(
                    "[.!?:]|(?<!\\p{L})(?:is|are|can|may|please|we|you|to|if|per|only|from|refers)(?!\\p{L})",
                    Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 80;
    private static final int ROWS = 5_000;

    private final Map<String, Integer> rowsOfPartner = new HashMap<>();

    RemarkUnits(Grid grid, TableLayout table) {
        int institution = table.find(Role.INSTITUTION).map(Column::column).orElse(0);
        for (int row = table.lastHeaderRow() + 1;
                institution > 0 && row <= Math.min(table.lastRow(), ROWS);
                row++) {
            rowsOfPartner.merge(TextFolding.key(grid.text(row, institution)), 1, Integer::sum);
        }
    }

    Optional<String> unit(String remark, String partner) {
        var text = SUFFIX.matcher(TextFolding.tidySpaces(remark)).replaceFirst("");
        if (text.length() > LONGEST || text.length() < 4 || SENTENCE.matcher(text).find()) {
            return Optional.empty();
        }
        boolean unit = UnitNames.isUnit(text) && !Kinds.namesAgreement(text);
        boolean tellsApart =
                rowsOfPartner.getOrDefault(TextFolding.key(partner), 0) > 1 && isTitle(text);
        return unit || tellsApart ? Optional.of(text) : Optional.empty();
    }

    /// Capitalised like a title: Computer Science and Information Technology.
    private static boolean isTitle(String text) {
        if (!TITLE.matcher(text).matches() || !text.contains(" ")) {
            return false;
        }
        for (var word : text.split("[ ,&-]+")) {
            if (word.length() > 3 && Character.isLowerCase(word.charAt(0))) {
                return false;
            }
        }
        return true;
    }
}
