package org.kakehashi.agreement.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Signature;
import org.kakehashi.agreement.Signature.Side;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;

/// Titles, faculties and signatures of the demonstration. Whoever signs is visibly invented: 見本,
/// 架空, Mihon (sample), Kakuu (fictitious).
final class DemoText {
    private static final List<String> HOME_SIGNERS =
            List.of("見本 太郎", "見本 花子", "見本 一郎", "架空 桜", "見本 実", "架空 学");
    private static final List<String> PARTNER_SIGNERS =
            List.of(
                    "Anna Kakuu",
                    "Li Kakuu",
                    "Kim Mihon",
                    "Marie Kakuu",
                    "John Mihon",
                    "Somchai Kakuu",
                    "Siti Mihon",
                    "Carlos Kakuu",
                    "Ingrid Mihon",
                    "Amina Kakuu");

    /// Faculties that could sign with a unit of ours: Japanese and English, by our unit's code.
    private static final Map<String, List<Bilingual>> FACULTIES =
            faculties(
                    """
                    ENG | 工学部 | Faculty of Engineering | 機械工学科 | Department of Mechanical Engineering
                    SCI | 理学部 | Faculty of Science | 物理学科 | Department of Physics
                    MED | 医学部 | Faculty of Medicine | 公衆衛生学院 | School of Public Health
                    DEN | 歯学部 | Faculty of Dentistry | 口腔医学院 | School of Stomatology
                    PHA | 薬学部 | Faculty of Pharmacy | 薬学院 | School of Pharmacy
                    AGR | 農学部 | Faculty of Agriculture | 生命科学院 | School of Life Sciences
                    LET | 文学部 | Faculty of Arts | 東アジア研究学科 | Department of East Asian Studies
                    EDU | 教育学部 | Faculty of Education | 教育学院 | School of Education
                    LAW | 法学部 | Faculty of Law | 法学院 | Law School
                    ECO | 経済学部 | Faculty of Economics | 経営学院 | School of Business
                    INF | 情報学部 | Faculty of Informatics | 計算機科学科 | Department of Computer Science
                    ENV | 環境学部 | Faculty of Environmental Studies | 地理学科 | Department of Geography
                    IMR | 材料工学科 | Department of Materials Science | 材料研究所 | Institute of Materials
                    DIS | 防災研究所 | Disaster Research Institute | 土木工学科 | Department of Civil Engineering
                    """);

    private final Dice dice;

    DemoText(Dice dice) {
        this.dice = dice;
    }

    private static Map<String, List<Bilingual>> faculties(String table) {
        Map<String, List<Bilingual>> byUnit = new HashMap<>();
        for (String line : table.lines().toList()) {
            String[] cells = line.split(" \\| ", -1);
            byUnit.put(
                    cells[0],
                    List.of(new Bilingual(cells[1], cells[2]), new Bilingual(cells[3], cells[4])));
        }
        return byUnit;
    }

    /// A faculty of the partner as a list would name it, or nothing.
    @Nullable String faculty(String unit) {
        List<Bilingual> known = FACULTIES.get(unit);
        if (known == null || dice.chance(0.45)) {
            return null;
        }
        Bilingual one = dice.one(known);
        return dice.chance(0.5) ? one.ja() : one.en();
    }

    /// Both languages for most; some only in Japanese, a few only in English or without a title.
    Bilingual title(Bilingual unit, Bilingual partner, boolean exchange) {
        String ja =
                "青葉野大学"
                        + (unit.ja() == null ? "" : unit.ja())
                        + "と"
                        + partner.in(Locale.JAPANESE)
                        + "との間の"
                        + (exchange ? "学術及び学生の交流" : "学術交流")
                        + "に関する協定";
        String en =
                "Agreement on "
                        + (exchange ? "Academic and Student Exchange" : "Academic Exchange")
                        + " between "
                        + (unit.en() == null ? "" : unit.en() + ", ")
                        + "Aobano University and "
                        + partner.in(Locale.ENGLISH);
        int share = dice.between(0, 99);
        if (share < 3) {
            return new Bilingual(null, null);
        }
        return new Bilingual(share < 9 ? null : ja, share > 74 ? null : en);
    }

    Bilingual annexTitle(String kind) {
        Bilingual title =
                kind.equals("double_degree")
                        ? new Bilingual(
                                "ダブル・ディグリーに関する覚書", "Memorandum on a Double Degree Programme")
                        : new Bilingual("学生交流に関する覚書", "Memorandum on Student Exchange");
        return dice.chance(0.7) ? title : new Bilingual(title.ja(), null);
    }

    List<Signature> signatures(boolean university, LocalDate begun, @Nullable String city) {
        List<Signature> all = new ArrayList<>();
        if (dice.chance(0.65)) {
            LocalDate home = begun.minusDays(dice.between(0, 40));
            all.add(
                    new Signature(
                            Side.HOME,
                            dice.one(HOME_SIGNERS),
                            university ? "総長" : "研究科長・所長",
                            DateText.day(home, ""),
                            "青葉野"));
            LocalDate partner = home.minusDays(dice.between(0, 30));
            all.add(
                    new Signature(
                            Side.PARTNER,
                            dice.one(PARTNER_SIGNERS),
                            university ? "President" : "Dean",
                            DateText.day(partner, ""),
                            city));
        }
        return all;
    }
}
