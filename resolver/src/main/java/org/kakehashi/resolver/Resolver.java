package org.kakehashi.resolver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.index.IndexFile;
import org.kakehashi.resolver.index.NameIndex;
import org.kakehashi.resolver.match.Matching;
import org.kakehashi.resolver.match.Observation;

/// Recognises institutions in text. Immutable and safe for any number of threads; building it reads
/// the registry once, laying additions over it with [#with(Overlay)] costs as much as they are
/// many.
///
/// ```java
/// Resolver resolver = Resolver.build(version, entries);
/// Resolution answer = resolver.resolve("Northeastern University", Hints.country("CN"));
/// answer.accepted().ifPresentOrElse(this::link, () -> ask(answer.candidates()));
/// ```
public final class Resolver {

    private final RegistryVersion version;
    private final NameIndex base;
    private final Catalog catalog;
    private final Decisions decisions;

    private Resolver(
            RegistryVersion version, NameIndex base, NameIndex added, Decisions decisions) {
        this.version = version;
        this.base = base;
        this.catalog = new Catalog(base, added);
        this.decisions = decisions;
    }

    public static Resolver build(RegistryVersion version, Stream<Entry> entries) {
        NameIndex none = NameIndex.build(Stream.of());
        return new Resolver(version, NameIndex.build(entries), none, Decisions.none());
    }

    /// Writes the index of the registry, additions left out, so that [#load(Path)] need not build
    /// it.
    public void save(Path file) throws IOException {
        IndexFile.write(file, version, base);
    }

    /// Maps a saved index into memory, which takes a fraction of a second.
    ///
    /// @throws IndexException where the file is damaged or was saved by another version
    public static Resolver load(Path file) throws IOException {
        IndexFile.Saved saved = IndexFile.read(file);
        NameIndex none = NameIndex.build(Stream.of());
        return new Resolver(saved.version(), saved.index(), none, Decisions.none());
    }

    /// As [#load(Path)], and refuses the index of another state of the registry.
    public static Resolver load(Path file, RegistryVersion expected) throws IOException {
        Resolver loaded = load(file);
        if (!loaded.version().equals(expected)) {
            throw new IndexException(
                    file + " holds registry " + loaded.version() + ", not " + expected);
        }
        return loaded;
    }

    /// The same registry with other additions; those laid over before are gone.
    public Resolver with(Overlay overlay) {
        NameIndex added = NameIndex.build(overlay.organizations().stream());
        return new Resolver(version, base, added, Decisions.of(overlay.decisions()));
    }

    public RegistryVersion version() {
        return version;
    }

    /// Organizations in the registry, additions not counted.
    public int size() {
        return base.organizations();
    }

    /// Never fails, whatever the text; text beyond 2,000 characters is not looked at.
    public Resolution resolve(String text, Hints hints) {
        List<Mention> mentions = decisions.mentions(catalog, text, hints);
        if (mentions == null) {
            mentions = Matching.mentions(catalog, text, hints);
        }
        return new Resolution(text, mentions, Remainder.of(catalog, text, mentions), version);
    }

    /// Organizations the text may mean, best first, far more than a person wants to see: for
    /// programs that judge for themselves, and for measuring what is found at all. Without
    /// evidence.
    public List<Candidate> candidates(String text, Hints hints, int limit) {
        List<Mention> mentions = resolve(text, hints).mentions();
        return Matching.candidates(catalog, text, hints, mentions, limit);
    }

    /// What the ranker sees in a text: for the program that trains it.
    public List<Observation> observe(String text) {
        return Matching.observe(catalog, text, Hints.none());
    }

    public Resolution resolve(String text) {
        return resolve(text, Hints.none());
    }
}
