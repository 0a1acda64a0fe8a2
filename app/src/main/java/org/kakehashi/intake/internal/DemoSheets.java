package org.kakehashi.intake.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.kakehashi.kernel.Country;
import org.kakehashi.organization.OrganizationRef;

/// Writes the lists of the demonstration as departments keep theirs: titles above, a country only
/// where it changes, eras, remarks. The institutions exist, but for two; the agreements do not.
final class DemoSheets {
    static final String STORED = "情報科学研究科_協定一覧(見本).xlsx";
    static final String BEGUN = "医学系研究科_協定校(見本).csv";

    private static final int EVERY = 11;
    private static final int ROWS = 22;
    private static final List<String> HEADER =
            List.of("国・地域", "大学名(和文)", "大学名(英文)", "締結年月日", "有効期限", "受入", "派遣", "備考");

    private final List<OrganizationRef> partners;

    DemoSheets(List<OrganizationRef> partners) {
        this.partners =
                partners.stream()
                        .filter(one -> one.country() != null)
                        .filter(one -> !one.name().in(Locale.JAPANESE).isEmpty())
                        .sorted(Comparator.comparing(DemoSheets::country))
                        .toList();
    }

    private static String country(OrganizationRef one) {
        Country country = Objects.requireNonNull(one.country());
        return country.name(Locale.JAPANESE);
    }

    /// An xlsx with the list of one department.
    byte[] stored() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("情報科学研究科 部局間学術交流協定一覧(見本データ)"));
        rows.add(List.of("", "", "", "", "", "", "", "2025年4月1日現在"));
        rows.add(HEADER);
        String before = "";
        for (int i = 0; i < chosen().size(); i++) {
            OrganizationRef one = chosen().get(i);
            String country = country(one);
            rows.add(row(country.equals(before) ? "" : country, one, i));
            before = country;
        }
        rows.add(List.of("ケニア", "架空海洋科学大学", "", "令和4年6月10日", "令和9年6月9日", "1", "1", ""));
        rows.add(
                List.of(
                        "ペルー",
                        "",
                        "Universidad Mihon de los Andes",
                        "2023.3.1",
                        "手続中",
                        "",
                        "",
                        "更新手続中"));
        rows.add(List.of("※ 見本のために作成した一覧です。実在の協定ではありません。"));
        return xlsx(rows);
    }

    private List<OrganizationRef> chosen() {
        List<OrganizationRef> chosen = new ArrayList<>();
        for (int i = 0; i < partners.size() && chosen.size() < ROWS; i += EVERY) {
            chosen.add(partners.get(i));
        }
        return chosen;
    }

    private static List<String> row(String country, OrganizationRef one, int i) {
        int year = 1 + i % 6;
        String start = "令和%d年%d月1日".formatted(year, 1 + i % 12);
        String end = i % 3 == 0 ? "自動更新" : "令和%d年%d月末".formatted(year + 5, 1 + (i + 11) % 12);
        String places = String.valueOf(1 + i % 4);
        String remark = i % 4 == 0 ? "授業料不徴収" : "";
        return List.of(
                country,
                one.name().in(Locale.JAPANESE),
                one.name().in(Locale.ENGLISH),
                start,
                end,
                places,
                places,
                remark);
    }

    private static byte[] xlsx(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Kakehashi", "1.0")) {
            var sheet = book.newWorksheet("協定一覧");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    String text = rows.get(row).get(column);
                    if (!text.isEmpty()) {
                        sheet.value(row, column, text);
                    }
                }
            }
            sheet.range(0, 0, 0, HEADER.size() - 1).merge();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A csv as Excel on a Japanese Windows saves it, with names that only a person can decide.
    byte[] begun() {
        List<String> lines = new ArrayList<>();
        lines.add("相手大学・部局,国名,締結日,有効期限");
        for (int i = 3; i < Math.min(partners.size(), 60); i += EVERY) {
            lines.add(
                    "%s医学部,%s,2021/4/%d,2026/3/31"
                            .formatted(
                                    partners.get(i).name().in(Locale.JAPANESE),
                                    country(partners.get(i)),
                                    1 + i % 28));
        }
        lines.add("架空医科薬科大学,ベトナム,2022/10/1,2027/9/30");
        lines.add("見本国際医療センター,,R5.4.1,");
        return (String.join("\r\n", lines) + "\r\n").getBytes(Charset.forName("windows-31j"));
    }
}
