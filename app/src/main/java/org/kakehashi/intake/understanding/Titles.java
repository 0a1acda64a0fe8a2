package org.kakehashi.intake.understanding;

import java.util.regex.Pattern;
import org.kakehashi.kernel.DateReader;

/// Tells titles of lists from what stands in them.
final class Titles {

    private static final Pattern WORDS =
            Pattern.compile(
                    "一覧|リスト|名簿|について|状況|現在|協定校$|協定締結校$|締結している(?:海外の)?(?:大学|機関|協定校)|姊妹校|姐妹院?校|合作院校(?:一|名|名单)|[本当]学(?:の|と|が)|추이|현황|목록|명단|名单|名單|一览|一覽"
                            + "|(?<!\\p{L})(?:list of|agreements|as of|last updated|updated on|stand:|partner (?:universities|institutions)"
                            + "|partneruniversitäten|partnerhochschulen|daftar (?:mitra|kerja ?sama)|danh sách|รายชื่อ|список|wykaz|lista de|liste des|elenco|universités partenaires|universidades socias)(?!\\p{L})",
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
