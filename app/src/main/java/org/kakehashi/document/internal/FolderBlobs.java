package org.kakehashi.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kakehashi.kernel.KakehashiException;

/// Contents in a folder of their own, outside anything a web server serves.
final class FolderBlobs implements Blobs {
    private final Path folder;

    FolderBlobs(Path folder) {
        this.folder = folder;
    }

    /// The file is written through to the disk, renamed at once, and the folder written through:
    /// there is never half a content under a name.
    @Override
    public void keep(Path file, String sha256) throws IOException {
        Path target = path(sha256);
        if (Files.exists(target)) {
            return;
        }
        Path beside = folder.resolve(sha256.substring(0, 2));
        Files.createDirectories(beside);
        force(file, StandardOpenOption.WRITE);
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Path copy = Files.createTempFile(beside, "arriving-", ".part");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            force(copy, StandardOpenOption.WRITE);
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
        }
        force(beside, StandardOpenOption.READ);
        force(folder, StandardOpenOption.READ);
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(path(sha256));
    }

    @Override
    public boolean has(String sha256) {
        return Files.exists(path(sha256));
    }

    @Override
    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(path(sha256));
    }

    @Override
    public void each(Instant before, Consumer<String> visitor) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (Receiving.isHash(name)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    visitor.accept(name);
                }
            }
        }
    }

    private Path path(String sha256) {
        if (!Receiving.isHash(sha256)) {
            throw KakehashiException.notFound(); // a name is never a path
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
