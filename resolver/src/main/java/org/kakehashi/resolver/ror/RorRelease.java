package org.kakehashi.resolver.ror;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.RegistryVersion;

/// A release of the registry as it lies on disk: the official zip, its JSON, lines of JSON, or
/// either of these in gzip. The content decides, not the file's ending.
///
/// ```java
/// var release = RorRelease.of(Path.of("v2.9-2026-06-23-ror-data.zip"));
/// try (RorReader reader = release.open(problem -> log.warn("{}", problem))) {
///     for (RorRecord record = reader.next(); record != null; record = reader.next()) { … }
/// }
/// ```
///
/// @param version out of the file name, or that of the JSON file inside the zip
public record RorRelease(Path file, RegistryVersion version, long packedBytes, RorLimits limits) {

    public static RorRelease of(Path file) throws IOException {
        return of(file, RorLimits.standard());
    }

    public static RorRelease of(Path file, RorLimits limits) throws IOException {
        RegistryVersion version = RorVersions.of(file.getFileName().toString());
        if (version.name().isEmpty()) {
            String inside = nameInside(file);
            version = inside == null ? version : RorVersions.of(inside);
        }
        return new RorRelease(file, version, Files.size(file), limits);
    }

    /// Opens the records. Each record that cannot be read is told to `problems` and skipped.
    public RorReader open(Consumer<RorProblem> problems) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            Form form = Form.of(raw);
            Counting packed = new Counting(raw);
            InputStream guarded = new Guarded(unpack(packed, form), packed, limits);
            return new RorReader(
                    new BufferedInputStream(guarded, 1 << 16), packed, limits, problems);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /// The container, told by its first bytes.
    private enum Form {
        ZIP,
        GZIP,
        PLAIN;

        static Form of(InputStream in) throws IOException {
            in.mark(2);
            int first = in.read();
            int second = in.read();
            in.reset();
            if (first == 'P' && second == 'K') {
                return ZIP;
            }
            return first == 0x1F && second == 0x8B ? GZIP : PLAIN;
        }
    }

    private static InputStream unpack(InputStream in, Form form) throws IOException {
        return switch (form) {
            case PLAIN -> in;
            case GZIP -> new GZIPInputStream(in, 1 << 16);
            case ZIP -> {
                ZipInputStream zip = new ZipInputStream(in);
                if (release(zip) == null) {
                    throw new RorException(RorException.Reason.NO_RELEASE_INSIDE, "zip");
                }
                yield zip;
            }
        };
    }

    private static @Nullable String nameInside(Path file) throws IOException {
        try (ZipInputStream zip =
                new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            ZipEntry entry = release(zip);
            return entry == null ? null : entry.getName();
        }
    }

    /// Moves to the JSON file of schema 2. From v1.45 to v1.74 a zip held two, of which the one
    /// with `_schema_v2` is wanted; a zip of v2.0 and later holds one without that ending.
    private static @Nullable ZipEntry release(ZipInputStream zip) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && !isSchema2(entry.getName().toLowerCase(Locale.ROOT))) {
            entry = zip.getNextEntry();
        }
        return entry;
    }

    private static boolean isSchema2(String name) {
        boolean json = name.endsWith(".json") || name.endsWith(".jsonl");
        boolean hidden = name.startsWith("__macosx") || name.contains("/.");
        boolean old = name.matches("(.*/)?v1\\..*") && !name.contains("schema_v2");
        return json && !hidden && !old;
    }

    /// Counts what was read from disk.
    static final class Counting extends FilterInputStream {
        private volatile long count;

        Counting(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
        public int read() throws IOException {
            int c = super.read();
            count += c < 0 ? 0 : 1;
            return c;
        }

        @Override
        @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }

    /// Stops files that unpack to more than they should.
    private static final class Guarded extends FilterInputStream {
        private static final long UNSUSPICIOUS = 64L << 20;
        private final Counting packed;
        private final RorLimits limits;
        private long count;

        Guarded(InputStream in, Counting packed, RorLimits limits) {
            super(in);
            this.packed = packed;
            this.limits = limits;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            check(c < 0 ? 0 : 1);
            return c;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            check(Math.max(0, n));
            return n;
        }

        private void check(int n) throws RorException {
            count += n;
            boolean bomb = count > UNSUSPICIOUS && count / limits.ratio() > packed.count();
            if (count > limits.unpackedBytes() || bomb) {
                throw new RorException(RorException.Reason.TOO_LARGE, count + " bytes");
            }
        }
    }
}
