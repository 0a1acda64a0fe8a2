package org.kakehashi.resolver.ror;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the records of a release one after the other. Not for several threads, except for the
/// progress figures.
public final class RorReader implements Closeable {

    private final InputStream in;
    private final RorRelease.Counting packed;
    private final JsonObjects objects;
    private final Consumer<RorProblem> problems;
    private volatile long records;
    private volatile long skipped;

    RorReader(
            InputStream in,
            RorRelease.Counting packed,
            RorLimits limits,
            Consumer<RorProblem> problems) {
        this.in = in;
        this.packed = packed;
        this.objects = new JsonObjects(in, limits.recordBytes());
        this.problems = problems;
    }

    /// The next readable record, or null at the end.
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
    public @Nullable RorRecord next() throws IOException {
        while (objects.next()) {
            records++;
            RorRecord record = parse();
            if (record != null) {
                return record;
            }
            skipped++;
        }
        return null;
    }

    /// All remaining records. Errors of reading come out as [UncheckedIOException].
    public Stream<RorRecord> records() {
        return Stream.<@Nullable RorRecord>iterate(
                        read(), record -> record != null, record -> read())
                .map(RorReader::present);
    }

    /// Bytes read from the file as it lies on disk; for progress against its size.
    public long packedBytes() {
        return packed.count();
    }

    /// Records seen, broken ones included.
    public long count() {
        return records;
    }

    /// Records skipped because they were broken.
    public long skipped() {
        return skipped;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private @Nullable RorRecord read() {
        try {
            return next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RorRecord present(@Nullable RorRecord record) {
        if (record == null) {
            throw new IllegalStateException("past the end");
        }
        return record;
    }

    private @Nullable RorRecord parse() {
        try {
            if (objects.tooLarge()) {
                throw new BrokenRecord(RorProblem.Reason.TOO_LARGE, objects.size() + " bytes");
            }
            if (objects.truncated()) {
                throw new BrokenRecord(RorProblem.Reason.TRUNCATED, "end of file");
            }
            return RorParser.parse(objects.bytes(), objects.size());
        } catch (BrokenRecord e) {
            problems.accept(problem(e));
            return null;
        }
    }

    private RorProblem problem(BrokenRecord broken) {
        boolean readable =
                broken.reason() != RorProblem.Reason.SYNTAX
                        && broken.reason() != RorProblem.Reason.TRUNCATED
                        && broken.reason() != RorProblem.Reason.TOO_LARGE;
        String id = readable ? RorParser.idOrNull(objects.bytes(), objects.size()) : null;
        String detail = broken.getMessage() == null ? "" : broken.getMessage();
        return new RorProblem(records, objects.start(), id, broken.reason(), detail);
    }
}
