package org.kakehashi.document.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// PDF from a filled Word file, with the letters it uses of the Japanese font inside. Nothing is
/// fetched from anywhere.
public final class PdfWriter {
    private static final String FONT = "/org/kakehashi/document/noto-sans-jp.ttf";

    private PdfWriter() {}

    public static byte[] pdf(WordFile word) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(PdfWriter::font, "Noto Sans JP", 400, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(WordHtml.of(word), null);
        builder.withProducer("Kakehashi");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(PdfWriter.class.getResourceAsStream(FONT));
    }
}
