package org.kakehashi.resolver.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.zip.CRC32C;
import org.kakehashi.resolver.IndexException;
import org.kakehashi.resolver.RegistryVersion;
import org.kakehashi.resolver.text.Tables;

/// A saved index: a head of 32 bytes (mark, format, fingerprint of the vocabularies, length,
/// checksum), then the version of the registry and the arrays. Reading maps the file.
public final class IndexFile {

    private static final long MARK = 0x58444e4948534b4bL;

    /// To be counted up whenever the arrays or the way names are folded change.
    private static final int FORMAT = 2;

    private static final int HEAD = 32;

    private IndexFile() {}

    /// @param index as saved
    public record Saved(RegistryVersion version, NameIndex index) {}

    /// Writes beside the file first and moves into place at the end.
    public static void write(Path file, RegistryVersion version, NameIndex index)
            throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, file.getFileName().toString(), ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
                channel.position(HEAD);
                Sink sink = new Sink(channel);
                sink.put(version.name());
                sink.put(version.date() == null ? "" : version.date().toString());
                index.write(sink);
                long sum = sink.end();
                channel.write(head(channel.size() - HEAD, sum), 0);
                channel.force(false);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static ByteBuffer head(long length, long sum) {
        return ByteBuffer.allocate(HEAD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(MARK)
                .putInt(FORMAT)
                .putInt(Tables.fingerprint())
                .putLong(length)
                .putLong(sum)
                .flip();
    }

    /// @throws IndexException where the file is no index, damaged or of another version
    public static Saved read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < HEAD || size > Integer.MAX_VALUE) {
                throw new IndexException(file + " is no saved index");
            }
            ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
            check(file, mapped.order(ByteOrder.LITTLE_ENDIAN));
            Source source = new Source(mapped.slice(HEAD, (int) size - HEAD));
            RegistryVersion version = version(source.text(), source.text());
            return new Saved(version, NameIndex.read(source));
        }
    }

    private static RegistryVersion version(String name, String date) {
        try {
            return new RegistryVersion(name, date.isEmpty() ? null : LocalDate.parse(date));
        } catch (DateTimeParseException e) {
            throw new IndexException("the saved index names no version of a registry");
        }
    }

    private static void check(Path file, ByteBuffer mapped) {
        if (mapped.getLong(0) != MARK) {
            throw new IndexException(file + " is no saved index");
        }
        if (mapped.getInt(8) != FORMAT || mapped.getInt(12) != Tables.fingerprint()) {
            throw new IndexException(file + " was saved by another version of the resolver");
        }
        CRC32C sum = new CRC32C();
        sum.update(mapped.slice(HEAD, mapped.limit() - HEAD));
        if (mapped.getLong(16) != mapped.limit() - HEAD || mapped.getLong(24) != sum.getValue()) {
            throw new IndexException(file + " is damaged");
        }
    }
}
