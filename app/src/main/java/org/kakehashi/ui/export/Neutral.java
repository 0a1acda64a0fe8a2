package org.kakehashi.ui.export;

/// Keeps text that came from people from being run as a formula by the spreadsheet that opens it
/// (OWASP, CSV Injection).
final class Neutral {
    private static final String DANGEROUS = "=+-@\t\r＝＋－＠";
    private static final int LONGEST_CELL = 32_767;

    private Neutral() {}

    /// An apostrophe goes before text that would start a formula; the same text otherwise.
    static String csv(String text) {
        return dangerous(text) ? "'" + text : text;
    }

    /// Text fit for an XLSX cell: no characters XML forbids, at most the length a cell holds. Such
    /// a cell is of type text and never evaluated; the apostrophe is for the day somebody saves the
    /// sheet as CSV.
    static String xlsx(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        csv(text).codePoints().filter(Neutral::inXml).forEach(kept::appendCodePoint);
        if (kept.length() > LONGEST_CELL) {
            kept.setLength(LONGEST_CELL - 1);
            kept.append('…');
        }
        return kept.toString();
    }

    private static boolean dangerous(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
    }

    private static boolean inXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
