package org.kakehashi.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The folder that holds an installation: the embedded cluster, the database password, the uploaded
/// files. One process at a time owns it; the command line reads how to reach the database of the
/// one that does.
final class DataFolder implements AutoCloseable {
    private final Path root;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    /// Takes the folder for this process; false if another one has it.
    boolean lock() {
        try {
            Files.createDirectories(root);
            channel =
                    FileChannel.open(
                            root.resolve("kakehashi.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new StartupProblem(
                    "launch.problem.folder", Map.of("folder", root, "reason", e.toString()));
        }
    }

    /// The password of the embedded database, made once and readable by its owner only.
    String password() throws IOException {
        Path file = root.resolve("postgres-password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    /// Where the running process serves its database, if one is running.
    Optional<Integer> runningDatabasePort() {
        Path file = root.resolve("running.properties");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties running = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            running.load(reader);
            return Optional.of(Integer.valueOf(running.getProperty("database.port")));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void announce(int databasePort) throws IOException {
        Files.writeString(
                root.resolve("running.properties"),
                "database.port=" + databasePort + System.lineSeparator());
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                Files.deleteIfExists(root.resolve("running.properties"));
                lock.release();
            }
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            System.err.println(e);
        }
    }
}
