package org.kakehashi.intake.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.kakehashi.intake.reading.ReadingProblem.Kind;

/// Packed spreadsheets: finds out which, and that unpacking them is safe.
final class ZipReader {

    private static final long USUAL_RATIO = 200;
    private static final long SMALL = 10 << 20;

    private ZipReader() {}

    static FileReading read(Path file, ReadingLimits limits) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            checkSize(zip, limits);
            if (zip.getEntry("xl/workbook.xml") != null
                    || zip.getEntry("[Content_Types].xml") != null) {
                return XlsxReader.read(file, limits);
            }
            if (zip.getEntry("content.xml") != null) {
                return OdsReader.read(zip, limits);
            }
        } catch (ZipException e) {
            throw new Refusal(Kind.DAMAGED);
        }
        throw new Refusal(Kind.NOT_A_LIST);
    }

    private static void checkSize(ZipFile zip, ReadingLimits limits) {
        long unpacked = 0;
        long packed = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            unpacked += Math.max(0, entry.getSize());
            packed += Math.max(1, entry.getCompressedSize());
        }
        boolean bomb = unpacked > SMALL && unpacked / packed > USUAL_RATIO;
        if (bomb || unpacked > limits.unpackedBytes()) {
            throw new Refusal(
                    ReadingProblem.limit(
                            Kind.UNPACKS_TOO_LARGE, Place.FILE, limits.unpackedBytes()));
        }
    }
}
