package org.kakehashi.intake.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipException;
import org.kakehashi.intake.reading.ReadingProblem.Kind;

/// The door: reads a file of whatever kind into sheets. What it is, its bytes tell, not its name.
public final class ListFiles {

    private ListFiles() {}

    public static FileReading read(Path file, ReadingLimits limits) {
        return read(file, file.getFileName().toString(), limits);
    }

    /// @param name the name it had on the user's machine; `.tsv` says that tabs divide the cells
    public static FileReading read(Path file, String name, ReadingLimits limits) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                return FileReading.refused(ReadingProblem.of(Kind.EMPTY));
            }
            if (size > limits.bytes()) {
                return FileReading.refused(tooLarge(size, limits));
            }
            return switch (FileKind.of(file)) {
                case ZIP -> ZipReader.read(file, limits);
                case OLE -> XlsReader.read(file, limits);
                case TEXT -> DelimitedReader.read(file, name, limits);
                case WEB_PAGE -> FileReading.refused(ReadingProblem.of(Kind.WEB_PAGE));
                case OTHER -> FileReading.refused(ReadingProblem.of(Kind.NOT_A_LIST));
            };
        } catch (Refusal refusal) {
            return FileReading.refused(refusal.problem());
        } catch (ZipException e) {
            return FileReading.refused(ReadingProblem.of(Kind.DAMAGED));
        } catch (IOException e) {
            return FileReading.refused(ReadingProblem.of(Kind.DAMAGED));
        }
    }

    private static ReadingProblem tooLarge(long size, ReadingLimits limits) {
        var arguments =
                Map.of("found", Long.toString(size), "limit", Long.toString(limits.bytes()));
        return new ReadingProblem(Kind.TOO_LARGE, Place.FILE, arguments);
    }
}
