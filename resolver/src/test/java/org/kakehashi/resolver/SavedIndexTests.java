package org.kakehashi.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SavedIndexTests {

    private static final RegistryVersion VERSION =
            new RegistryVersion("v0.2", LocalDate.of(2026, 4, 1));

    private final Resolver built = Resolver.build(VERSION, Registry.entries().stream());

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void save() throws IOException {
        file = folder.resolve("registry.index");
        built.save(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hoshinodai University",
                "星野台大学大学院歯学研究科",
                "Faculty of Law, Universitaet Altdorf, Germany",
                "Union College",
                "Yukimi Universty",
                "nothing of the kind"
            })
    void answersAsTheBuiltOne(String text) throws IOException {
        Resolver loaded = Resolver.load(file, VERSION);

        assertThat(loaded.resolve(text)).isEqualTo(built.resolve(text));
        assertThat(loaded.candidates(text, Hints.none(), 100))
                .isEqualTo(built.candidates(text, Hints.none(), 100));
    }

    @Test
    void keepsTheVersionOfTheRegistry() throws IOException {
        assertThat(Resolver.load(file).version()).isEqualTo(VERSION);
        assertThat(Resolver.load(file).size()).isEqualTo(built.size());
    }

    @Test
    void refusesAnotherVersionOfTheRegistry() {
        assertThatThrownBy(() -> Resolver.load(file, new RegistryVersion("v0.3", null)))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("v0.2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 13, 20, 30, 40, 500, 2_000})
    void refusesADamagedFile(int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged"), bytes);

        assertThatThrownBy(() -> Resolver.load(damaged)).isInstanceOf(IndexException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 32, 33, 400})
    void refusesAnUnfinishedFile(int length) throws IOException {
        byte[] bytes = java.util.Arrays.copyOf(Files.readAllBytes(file), length);
        Path unfinished = Files.write(folder.resolve("unfinished"), bytes);

        assertThatThrownBy(() -> Resolver.load(unfinished)).isInstanceOf(IndexException.class);
    }
}
