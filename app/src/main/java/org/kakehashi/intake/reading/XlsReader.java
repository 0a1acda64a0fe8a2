package org.kakehashi.intake.reading;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.kakehashi.intake.reading.FileReading.Format;
import org.kakehashi.intake.reading.ReadingProblem.Kind;

/// Excel workbooks before 2007, and newer ones behind a password, which come in the same wrapping.
final class XlsReader {

    private final SheetBuilder builder;
    private final DataFormatter formatter = new DataFormatter();

    private XlsReader(SheetBuilder builder) {
        this.builder = builder;
    }

    static FileReading read(Path file, ReadingLimits limits) throws IOException {
        try (var files = new POIFSFileSystem(file.toFile(), true)) {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new Refusal(Kind.PASSWORD_PROTECTED);
            }
            if (!files.getRoot().hasEntryCaseInsensitive("Workbook")
                    && !files.getRoot().hasEntryCaseInsensitive("Book")) {
                throw new Refusal(Kind.NOT_A_LIST);
            }
            try (var workbook = new HSSFWorkbook(files)) {
                var builder = new SheetBuilder(limits);
                new XlsReader(builder).read(workbook);
                return builder.build(Format.XLS, "");
            }
        } catch (EncryptedDocumentException e) {
            throw new Refusal(Kind.PASSWORD_PROTECTED);
        } catch (OldExcelFormatException e) {
            throw new Refusal(Kind.NOT_A_LIST);
        } catch (Refusal e) {
            throw e;
        } catch (RuntimeException e) {
            // POI meets a damaged record with many kinds of runtime exception; all mean the same
            // here
            throw new Refusal(Kind.DAMAGED);
        }
    }

    private void read(HSSFWorkbook workbook) {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            var sheet = workbook.getSheetAt(i);
            if (!builder.startSheet(workbook.getSheetName(i), workbook.isSheetHidden(i))) {
                return;
            }
            for (var row : sheet) {
                if (!builder.startRow(row.getRowNum() + 1)) {
                    break;
                }
                row.forEach(cell -> builder.add(cell.getColumnIndex() + 1, cell(cell)));
            }
            for (var area : sheet.getMergedRegions()) {
                builder.merge(
                        new Merge(
                                area.getFirstRow() + 1,
                                area.getFirstColumn() + 1,
                                area.getLastRow() + 1,
                                area.getLastColumn() + 1));
            }
            builder.endSheet();
        }
    }

    private Cell cell(org.apache.poi.ss.usermodel.Cell cell) {
        var type =
                cell.getCellType() == CellType.FORMULA
                        ? cell.getCachedFormulaResultType()
                        : cell.getCellType();
        return switch (type) {
            case STRING -> Cell.text(cell.getRichStringCellValue().getString());
            case BOOLEAN -> Cell.text(cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR -> error(cell.getErrorCellValue());
            case NUMERIC -> number(cell);
            case BLANK, FORMULA, _NONE -> Cell.EMPTY;
        };
    }

    private static Cell error(byte code) {
        var text =
                FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
        return new Cell(Cell.Kind.ERROR, text, text);
    }

    private Cell number(org.apache.poi.ss.usermodel.Cell cell) {
        double number = cell.getNumericCellValue();
        var style = cell.getCellStyle();
        var format = style.getDataFormatString();
        if (DateUtil.isADateFormat(style.getDataFormat(), format)
                && DateUtil.isValidExcelDate(number)) {
            return SpreadsheetNumbers.date(number, false, format, formatter, style.getDataFormat());
        }
        var plain = SpreadsheetNumbers.plain(number);
        var shown = formatter.formatRawCellContents(number, style.getDataFormat(), format);
        return Cell.number(plain, format.equals("General") ? plain : shown);
    }
}
