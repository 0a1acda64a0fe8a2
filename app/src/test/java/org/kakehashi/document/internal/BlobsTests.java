package org.kakehashi.document.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kakehashi.kernel.Digests;
import org.kakehashi.kernel.KakehashiException;

/// The same manners of the folder and of a bucket on a server in this process that checks
/// signatures.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlobsTests {
    @TempDir Path folder;

    private S3Server server;
    private Blobs bucket;

    @BeforeAll
    void serve() throws IOException {
        server = new S3Server("key", "se/cret");
        bucket = S3Blobs.of("s3+http://key:se%2Fcret@127.0.0.1:" + server.port() + "/papers");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aWrongSecretIsRefused() {
        Blobs stranger = S3Blobs.of("s3+http://key:guessed@127.0.0.1:" + server.port() + "/papers");
        assertThatThrownBy(() -> stranger.has("0".repeat(64))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> S3Blobs.of("https://example.ac.jp/papers"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    Stream<Blobs> both() {
        return Stream.of(new FolderBlobs(folder.resolve("documents")), bucket);
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatIsKeptComesBackOnceAndCanBeDeleted(Blobs blobs) throws IOException {
        byte[] words = "学術交流 agreement".repeat(10_000).getBytes(UTF_8);
        String hash = Digests.hex(Digests.sha256(words));
        assertThat(blobs.has(hash)).isFalse();
        blobs.keep(file(words), hash);
        blobs.keep(file(words), hash);
        assertThat(blobs.has(hash)).isTrue();
        try (var in = new Verified(blobs.open(hash), hash)) {
            assertThat(in.readAllBytes()).isEqualTo(words);
        }
        List<String> found = new ArrayList<>();
        blobs.each(Instant.now().plusSeconds(60), found::add);
        assertThat(found).containsOnlyOnce(hash);
        found.clear();
        blobs.each(Instant.EPOCH, found::add);
        assertThat(found).isEmpty();
        blobs.delete(hash);
        blobs.delete(hash);
        assertThat(blobs.has(hash)).isFalse();
        assertThatThrownBy(() -> blobs.open(hash)).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @MethodSource("both")
    void anotherContentUnderTheNameIsNeverReadToItsEnd(Blobs blobs) throws IOException {
        byte[] other = "not what the name says".repeat(20_000).getBytes(UTF_8);
        String hash = Digests.hex(Digests.sha256("what the name says".getBytes(UTF_8)));
        blobs.keep(file(other), hash);
        try (var in = new Verified(blobs.open(hash), hash)) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(Verified.Damaged.class);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void aNameThatIsNoHashIsNoPath(Blobs blobs) {
        for (String name : List.of("../../etc/passwd", "", "a".repeat(63), "A".repeat(64))) {
            assertThatThrownBy(() -> blobs.open(name)).isInstanceOf(KakehashiException.class);
            assertThatThrownBy(() -> blobs.delete(name)).isInstanceOf(KakehashiException.class);
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "in", ".part"), content);
    }
}
