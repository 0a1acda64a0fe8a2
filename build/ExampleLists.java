import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the invented lists of docs/examples, as messy as real ones: `java build/ExampleLists.java docs/examples`. The
/// institutions exist; every agreement, number and person is made up.
class ExampleLists {
    static final Charset CP932 = Charset.forName("windows-31j");

    /// A department's list in Japanese: title and notes around it, units as heading rows, countries written once, dates of the
    /// Japanese calendar, several facts in a cell.
    static final String DEPARTMENTS =
            """
            部局間学術交流協定一覧(見本・架空の内容です),,,,,,,
            令和7年5月1日現在,,,,,,,
            ,,,,,,,
            国・地域,大学・機関名,相手先部局,協定の種類,締結年月日,有効期間,更新,備考
            【工学研究科】,,,,,,,
            中国,清華大学,機械工程系,学術交流,H16.6.12,令和8年6月11日,自動更新,
            ,東北大学(瀋陽),材料与冶金学院,学術交流・学生交流,平成19年10月1日,,自動更新,★ 派遣2名/受入2名
            ,哈爾濱工業大学,,学生交流,H22.4.1,R7.3.31,更新手続中,派遣3名/受入3名 授業料不徴収
            韓国,韓国科学技術院(KAIST),工学部,学術交流・学生交流,平成11年,,自動延長,★ 派遣2名/受入2名
            台湾,国立清華大学,工学院,学術交流,H20.4.1,R10.3.31,,
            タイ,キングモンクット工科大学ラートクラバン校,工学部,学術交流,令和元年10月1日,5年間,,
            フランス,国立応用科学院リヨン校(INSA Lyon),,ダブルディグリー,H25.9.2,R5.9.1,覚書のみ更新,派遣1名/受入1名
            【文学研究科】,,,,,,,
            大韓民国,ソウル大学校,人文大学,学術交流,昭和62年11月3日,,自動更新,
            ドイツ連邦共和国,ハイデルベルク大学,哲学部,学術交流・学生交流,Ｈ１８．４．１,R8.3.31,,派遣2名/受入2名
            英国,ロンドン大学東洋アフリカ研究学院(SOAS),,学生交流,2015/4/1,2020/3/31,,失効(見本)
            イタリア,ヴェネツィア・カ・フォスカリ大学,アジア・北アフリカ研究学科,学生交流,平成２３年４月１日,,自動更新,★
            【医学系研究科】,,,,,,,
            中国,中国医科大学,,学術交流,1988.10,,自動更新,
            台湾,中国医薬大学,医学院,学術交流・学生交流,H30.3.15,R10.3.14,,
            米国,ワシントン大学,医学部,研究協力,H29.7.1,未定,,どちらのワシントン大学か要確認
            ベトナム,架空医科薬科大学,,学術交流,R4.12.1,R9.11.30,,実在しない機関(見本)
            ,,,,,,,
            ★は授業料を相互に不徴収とする覚書を締結しているもの。,,,,,,,
            「更新手続中」は相手先と協議中のもの。,,,,,,,
            """;

    /// A list in English kept by an exchange office: country in brackets, day first in some rows, places in one cell.
    static final String EXCHANGE =
            """
            Exchange partners (example - invented agreements),,,,,
            Updated 15/10/2025,,,,,
            "Institution (Country)",Faculty,Type,"Signed (dd/mm/yyyy)",Valid until,"Places (in / out), fee"
            "Chulalongkorn University (Thailand)",Faculty of Engineering,MOU + student exchange,13/02/2008,12/02/2028,"2 in / 2 out, tuition waived"
            "Universitas Gadjah Mada (Indonesia)",,MOU,25/11/2012,24/11/2017,renewal pending
            "ITB (Indonesia)",School of Electrical Engineering,Student exchange,03/04/2019,Endless,"3 in / 3 out, tuition waived"
            "University of Malaya (Malaysia)",,MOU,2003,automatic renewal,
            "Vietnam National University, Hanoi (Viet Nam)",University of Science,Academic,01/09/2005,31/08/2026,
            "Northeastern University (USA)",College of Engineering,Student exchange,20/01/2018,19/01/2028,"1 in / 1 out, tuition waived"
            "Northeastern University (China)",,MOU,28/05/2001,,
            "UC Berkeley (USA)",,Academic,17/08/1999,automatic renewal,
            "Technische Universität Dresden (Germany)",Faculty of Computer Science,Double degree,01/10/2016,30/09/2026,"2 in / 2 out"
            "The University of Adelaide (Australia)",,MOU + student exchange,11/03/2014,10/03/2024,"2 in / 2 out, tuition waived"
            "Univ. of Sao Paulo (Brazil)",Escola Politecnica,Academic,June 2010,2030,
            "Mihon Institute of Imaginary Sciences (Kenya)",,MOU,05/06/2021,04/06/2026,invented institution
            Note: tuition waived = fees are paid at home only.,,,,,
            """;

    /// Cells of the workbook: rows of text, `^` for a cell that belongs to the merged cell above.
    static final String[][] UNIVERSITY = {
        {"大学間協定校一覧 / List of university-level agreements(見本 / example, invented)"},
        {""},
        {"地域 / Region", "国・地域 / Country", "大学名 / University", "締結日 / Concluded", "満了日 / Expires", "学生交流 / Student exchange"},
        {"アジア / Asia", "中華人民共和国\nChina", "北京大学\nPeking University", "2001-11-20", "2026-11-19", "受入3 派遣3 ◎"},
        {"^", "^", "復旦大学\nFudan University", "2005-03-24", "自動更新", "受入2 派遣2 ◎"},
        {"^", "^", "中国科学技術大学\nUniversity of Science and Technology of China", "1998.5.18", "2023.5.17", ""},
        {"^", "大韓民国\nKorea", "延世大学校\nYonsei University", "1998年6月26日", "無期限", "受入5 派遣5 ◎"},
        {"^", "^", "浦項工科大学校\nPOSTECH", "2007", "自動更新", ""},
        {"^", "台湾\nTaiwan", "国立台湾大学\nNational Taiwan University", "2000-06-21", "2030-06-20", "受入4 派遣4 ◎"},
        {"^", "インドネシア\nIndonesia", "バンドン工科大学\nBandung Institute of Technology", "2011-03-02", "2026-03-01", "受入1 派遣1"},
        {"北米 / North America", "アメリカ合衆国\nUSA", "ペンシルベニア州立大学\nPennsylvania State University", "1988-07-15", "自動更新", "受入2 派遣2 ◎"},
        {"^", "^", "カリフォルニア大学デービス校\nUniversity of California, Davis", "2013-09-09", "2018-09-08", "更新手続中"},
        {"^", "カナダ\nCanada", "ウォータールー大学\nUniversity of Waterloo", "2010-10", "2027-10", "受入2 派遣2"},
        {"欧州 / Europe", "ドイツ\nGermany", "アーヘン工科大学\nRWTH Aachen University", "1998-04-16", "無期限", "受入3 派遣3 ◎"},
        {"^", "^", "ゲッティンゲン大学\nUniversity of Göttingen", "2009-01-30", "2029-01-29", "受入2 派遣2 ◎"},
        {"^", "フランス\nFrance", "グルノーブル・アルプ大学\nUniversité Grenoble Alpes", "2016-02-01", "2026-01-31", "受入2 派遣2 ◎"},
        {"^", "スウェーデン\nSweden", "スウェーデン王立工科大学\nKTH", "2000-11-14", "自動更新", "受入3 派遣3 ◎"},
        {"大洋州 / Oceania", "オーストラリア\nAustralia", "シドニー大学\nUniversity of Sydney", "1993-09-30", "2028-09-29", "受入2 派遣2 ◎"},
        {""},
        {"◎ 授業料不徴収 / tuition waived"},
    };

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Files.write(folder.resolve("department-agreements-cp932.csv"), DEPARTMENTS.replace("\n", "\r\n").getBytes(CP932));
        Files.write(folder.resolve("exchange-partners-english.csv"), EXCHANGE.getBytes(StandardCharsets.UTF_8));
        try (OutputStream out = Files.newOutputStream(folder.resolve("university-agreements-merged.xlsx"))) {
            workbook(out, "大学間協定", UNIVERSITY);
        }
    }

    static void workbook(OutputStream out, String name, String[][] rows) throws IOException {
        var zip = new ZipOutputStream(out);
        part(zip, "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + override("/xl/workbook.xml", "sheet.main") + override("/xl/worksheets/sheet1.xml", "worksheet")
                        + override("/xl/styles.xml", "styles") + "</Types>");
        part(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml", "", ""));
        part(zip, "xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml"));
        part(zip, "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r="
                        + "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"" + name
                        + "\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        part(zip, "xl/styles.xml",
                "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts count=\"1\"><font/></fonts>"
                        + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/>"
                        + "</cellStyleXfs><cellXfs count=\"2\"><xf/><xf applyAlignment=\"1\"><alignment vertical=\"top\" "
                        + "wrapText=\"1\"/></xf></cellXfs></styleSheet>");
        part(zip, "xl/worksheets/sheet1.xml", sheet(rows));
        zip.finish();
    }

    static String sheet(String[][] rows) {
        var xml = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cols>"
                + "<col min=\"1\" max=\"2\" width=\"18\" customWidth=\"1\"/><col min=\"3\" max=\"3\" width=\"44\" customWidth=\"1\"/>"
                + "<col min=\"4\" max=\"6\" width=\"18\" customWidth=\"1\"/></cols><sheetData>");
        for (int r = 0; r < rows.length; r++) {
            xml.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows[r].length; c++) {
                if (!rows[r][c].isEmpty() && !rows[r][c].equals("^")) {
                    xml.append("<c r=\"").append(place(r, c)).append("\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                            .append(rows[r][c].replace("&", "&amp;")).append("</t></is></c>");
                }
            }
            xml.append("</row>");
        }
        List<String> merges = merges(rows);
        xml.append("</sheetData><mergeCells count=\"").append(merges.size()).append("\">");
        merges.forEach(merge -> xml.append("<mergeCell ref=\"").append(merge).append("\"/>"));
        return xml.append("</mergeCells></worksheet>").toString();
    }

    static List<String> merges(String[][] rows) {
        var merges = new ArrayList<String>(List.of("A1:F1"));
        for (int c = 0; c < 2; c++) {
            for (int r = 0; r < rows.length; r++) {
                int last = r;
                while (last + 1 < rows.length && rows[last + 1].length > c && rows[last + 1][c].equals("^")) {
                    last++;
                }
                if (last > r) {
                    merges.add(place(r, c) + ":" + place(last, c));
                    r = last;
                }
            }
        }
        return merges;
    }

    static String place(int row, int column) {
        return (char) ('A' + column) + String.valueOf(row + 1);
    }

    static String override(String part, String kind) {
        return "<Override PartName=\"" + part + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
                + kind + "+xml\"/>";
    }

    static String relations(String kind1, String target1, String kind2, String target2) {
        String one = "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>";
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + one.formatted("r1", kind1, target1) + (kind2.isEmpty() ? "" : one.formatted("r2", kind2, target2)) + "</Relationships>";
    }

    static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
