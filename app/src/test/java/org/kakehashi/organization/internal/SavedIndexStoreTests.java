package org.kakehashi.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.InventedRegistry;
import org.kakehashi.organization.Registry;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.RegistryVersion;
import org.kakehashi.resolver.Resolver;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/// A start takes the saved index only where it is that of the registry in the database.
class SavedIndexStoreTests extends ApplicationTest {
    @TempDir private Path folder;

    @Autowired private Registry registry;
    @Autowired private DSLContext jooq;
    @Autowired private EntryReader entries;
    @Autowired private DecisionStore decisions;
    @Autowired private PlatformTransactionManager transactions;

    private void release(String version, String name) throws IOException {
        Path file =
                new InventedRegistry()
                        .add("0aaaaaa11", "active", "JP", "display:en:" + name)
                        .write(folder, version + "-2026-01-10-ror-data.zip");
        CurrentUser.SYSTEM.run(() -> assertThat(registry.importHere(file).problem()).isNull());
    }

    /// As at a start of the application.
    private Resolver started() {
        return new ResolverCache(
                        jooq,
                        entries,
                        decisions,
                        new SavedIndex(folder.resolve("data").toString()),
                        transactions)
                .registryOnly();
    }

    private List<Path> saved() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/recognition"))) {
            return files.toList();
        }
    }

    @Test
    void itIsLoadedRebuiltAndNeverWrong() throws IOException {
        release("v2.0", "Lakeside University");
        assertThat(started().resolve("Lakeside University").accepted()).isPresent();
        Path first = saved().getFirst();
        var moment = Files.getLastModifiedTime(first);
        assertThat(started().resolve("Lakeside University").accepted())
                .map(Candidate::id)
                .contains("0aaaaaa11");
        assertThat(Files.getLastModifiedTime(first)).as("loaded, not built").isEqualTo(moment);

        byte[] bytes = Files.readAllBytes(first);
        bytes[bytes.length / 2] ^= 1;
        Files.write(first, bytes);
        assertThat(started().resolve("Lakeside University").accepted()).isPresent();
        Files.write(first, new byte[7]);
        assertThat(started().resolve("Lakeside University").accepted()).isPresent();
        assertThat(Files.size(first)).as("built anew").isGreaterThan(7);

        release("v2.1", "Hillside University");
        Resolver later = started();
        assertThat(later.version().name()).isEqualTo("v2.1");
        assertThat(later.resolve("Hillside University").accepted()).isPresent();
        assertThat(saved()).as("that of the earlier release is gone").hasSize(1);
        assertThat(saved()).doesNotContain(first);
    }

    @Test
    void withoutAReleaseNothingIsSaved() {
        SavedIndex index = new SavedIndex(folder.resolve("data").toString());
        index.save("", Resolver.build(RegistryVersion.unknown(), Stream.of()));

        assertThat(index.load("", RegistryVersion.unknown())).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoReasonNotToStart() throws IOException {
        release("v2.2", "Seaside University");
        Files.writeString(folder.resolve("data"), "a file where a folder should be");

        assertThat(started().resolve("Seaside University").accepted()).isPresent();
    }
}
