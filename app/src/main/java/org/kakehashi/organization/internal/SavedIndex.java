package org.kakehashi.organization.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Digests;
import org.kakehashi.resolver.IndexException;
import org.kakehashi.resolver.RegistryVersion;
import org.kakehashi.resolver.Resolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The index of the registry in the data folder, so that a start need not build it. Its name says
/// which state of the registry and which version of the resolver it was built from; a file that
/// fits neither, or is damaged, is as good as none.
@Component
class SavedIndex {
    private static final Logger LOG = LoggerFactory.getLogger(SavedIndex.class);

    private final @Nullable Path folder;

    SavedIndex(@Value("${kakehashi.data:}") String data) {
        this.folder = data.isBlank() ? null : Path.of(data).resolve("recognition");
    }

    /// @param state of the registry: equal states have equal records
    Optional<Resolver> load(String state, RegistryVersion version) {
        Path file = file(state);
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Resolver.load(file, version));
        } catch (IndexException | IOException e) {
            LOG.warn("The saved index is built anew: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /// Saves it and forgets those of other states; not being able to is no reason not to start.
    void save(String state, Resolver built) {
        Path file = file(state);
        if (file == null || folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            built.save(file);
            for (Path other : files(folder)) {
                if (!other.equals(file)) {
                    Files.deleteIfExists(other);
                }
            }
        } catch (IOException e) {
            LOG.warn("The index for recognition cannot be saved: {}", e.toString());
        }
    }

    private @Nullable Path file(String state) {
        if (folder == null || state.isEmpty()) {
            return null;
        }
        byte[] all = (state + '\n' + Code.FINGERPRINT).getBytes(StandardCharsets.UTF_8);
        String name = HexFormat.of().formatHex(Digests.sha256(all), 0, 8);
        return folder.resolve(name + ".index");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /// The resolver's own code: how names are folded decides what the index holds.
    private static final class Code {
        static final String FINGERPRINT = fingerprint();

        private static String fingerprint() {
            try {
                Path place =
                        Path.of(
                                Resolver.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI());
                return Files.isRegularFile(place)
                        ? HexFormat.of().formatHex(Digests.sha256(Files.readAllBytes(place)))
                        : ofClasses(place);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String ofClasses(Path folder) throws IOException {
            StringBuilder all = new StringBuilder();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    all.append(file).append(Files.size(file));
                    all.append(Files.getLastModifiedTime(file)).append('\n');
                }
            }
            return all.toString();
        }
    }
}
