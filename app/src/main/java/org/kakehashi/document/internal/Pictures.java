package org.kakehashi.document.internal;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Pictures of contents: drawn anew, so that nothing of the original but its look reaches a
/// browser. Never larger than [#LONGEST] on a side.
final class Pictures {
    static final int LONGEST = 1600;
    private static final int WIDTH = 1100;
    private static final long MOST_PIXELS = 120_000_000;

    private Pictures() {}

    /// @param page from 1
    static byte[] page(Path pdf, int page) throws IOException {
        try (PDDocument document = PdfReading.open(pdf)) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new IOException("no such page");
            }
            PDRectangle box = document.getPage(page - 1).getCropBox();
            float scale =
                    Math.min(
                            WIDTH / Math.max(1, box.getWidth()),
                            LONGEST / Math.max(1, Math.max(box.getWidth(), box.getHeight())));
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return png(renderer.renderImage(page - 1, scale, ImageType.RGB));
        }
    }

    static byte[] image(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("a picture nobody here reads");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return png(fitted(read(reader)));
            } finally {
                reader.dispose();
            }
        }
    }

    /// Its size is looked at before a pixel is read; of large ones only every so many-eth is.
    private static BufferedImage read(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS || width < 1 || height < 1) {
            throw new IOException("too many pixels");
        }
        int step = (int) Math.max(1, Math.max(width, height) / LONGEST);
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    private static BufferedImage fitted(BufferedImage image) {
        double scale =
                Math.min(1, (double) LONGEST / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
