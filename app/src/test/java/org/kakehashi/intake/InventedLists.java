package org.kakehashi.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Invented lists in the forms offices keep them.
final class InventedLists {
    static final String HEADER = "国・地域,大学名,部局,締結日,有効期限,受入,派遣";

    private InventedLists() {}

    /// A list as Excel on a Japanese Windows saves it.
    static byte[] cp932(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(Charset.forName("windows-31j"));
    }

    static byte[] firstYear() {
        return cp932(
                HEADER,
                "ドイツ,架空工科大学,工学研究科,2018年4月1日,2028年3月31日,2,2",
                "タイ,シロカネ虚構大学,工学研究科,2019/10/1,2027/9/30,3,3",
                "韓国,ナラカ仮想大学校,工学研究科,2020.5.20,自動更新,1,1");
    }

    /// One gone, one with a later end, one new.
    static byte[] nextYear() {
        return cp932(
                HEADER,
                "ドイツ,架空工科大学,工学研究科,2018年4月1日,2033年3月31日,2,2",
                "タイ,シロカネ虚構大学,工学研究科,2019/10/1,2027/9/30,3,3",
                "フランス,ウソラ想像大学,工学研究科,2026年4月1日,2031年3月31日,2,2");
    }

    static byte[] xlsx(List<List<String>> rows) {
        try (var book = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("一覧");
            for (int i = 0; i < rows.size(); i++) {
                var row = sheet.createRow(i);
                for (int j = 0; j < rows.get(i).size(); j++) {
                    row.createCell(j).setCellValue(rows.get(i).get(j));
                }
            }
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
