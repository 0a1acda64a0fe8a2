package org.kakehashi.intake.understanding;

import java.util.regex.Pattern;
import org.kakehashi.kernel.DateReader;

/// Tells titles of lists from what stands in them.
final class Titles {

    private static final Pattern WORDS =
            Pattern.compile(
                    "一覧|リスト|名簿|について|状況|現在|協定校$|協定締結校$|추이|현황|목록|명단|名单|名單|一览|一覽"
                            + "|(?<!\\p{L})(?:list of|agreements|as of|last updated|updated on|stand:|partner (?:universities|institutions)"
                            + "|partneruniversitäten|partnerhochschulen|universités partenaires|universidades socias)(?!\\p{L})",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST_REST = 12;

    private Titles() {}

    /// The text speaks of a whole list, or dates it.
    static boolean isTitle(String text) {
        if (WORDS.matcher(text).find()) {
            return true;
        }
        var reading = DateReader.read(text);
        boolean dates = !reading.dates().isEmpty() && reading.rest().length() <= LONGEST_REST;
        return dates && !Words.INSTITUTION.isIn(text);
    }
}
