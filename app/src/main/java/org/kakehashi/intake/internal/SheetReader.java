package org.kakehashi.intake.internal;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.UploadedFile;
import org.kakehashi.intake.reading.FileReading;
import org.kakehashi.intake.reading.ListFiles;
import org.kakehashi.intake.reading.ReadingLimits;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Reads uploaded files within the limits of the configuration (`kakehashi.intake.*`). The file
/// read last is kept while memory lasts: a person corrects its layout many times. One file is read
/// at a time, so that several large ones cannot fill the memory together.
@Component
public class SheetReader {
    private record Kept(String sha256, FileReading reading) {}

    private final FileFolder folder;
    private final ReadingLimits limits;
    private SoftReference<@Nullable Kept> kept = new SoftReference<>(null);

    SheetReader(
            FileFolder folder,
            @Value("${kakehashi.intake.bytes:52428800}") long bytes,
            @Value("${kakehashi.intake.unpacked-bytes:524288000}") long unpackedBytes,
            @Value("${kakehashi.intake.sheets:50}") int sheets,
            @Value("${kakehashi.intake.rows:200000}") int rows,
            @Value("${kakehashi.intake.columns:500}") int columns,
            @Value("${kakehashi.intake.cells:4000000}") int cells,
            @Value("${kakehashi.intake.text-length:10000}") int textLength) {
        this.folder = folder;
        this.limits =
                new ReadingLimits(bytes, unpackedBytes, sheets, rows, columns, cells, textLength);
    }

    public ReadingLimits limits() {
        return limits;
    }

    public synchronized FileReading read(Path file, String name, String sha256) {
        Kept known = kept.get();
        if (known != null && known.sha256().equals(sha256)) {
            return known.reading();
        }
        kept = new SoftReference<>(null);
        FileReading reading = ListFiles.read(file, name, limits);
        kept = new SoftReference<>(new Kept(sha256, reading));
        return reading;
    }

    public Sheet sheet(UploadedFile file, int position) {
        FileReading reading = read(folder.path(file.sha256()), file.name(), file.sha256());
        if (position >= reading.sheets().size()) {
            throw KakehashiException.notFound();
        }
        return reading.sheets().get(position);
    }
}
