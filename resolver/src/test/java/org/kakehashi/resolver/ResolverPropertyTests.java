package org.kakehashi.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// What holds for every text whatever.
final class ResolverPropertyTests {

    private static final Resolver RESOLVER = Registry.resolver();
    private static final int ROUNDS = 3_000;

    private final Seeded seeded = new Seeded();

    @Test
    void anyTextGetsAnAnswerWithSpansInsideIt() {
        for (int i = 0; i < ROUNDS; i++) {
            String text = seeded.text();
            Resolution answer = RESOLVER.resolve(text, Hints.country(i % 2 == 0 ? "JP" : null));

            for (Mention mention : answer.mentions()) {
                assertThat(mention.span().end())
                        .as(seeded.seed())
                        .isLessThanOrEqualTo(text.length());
                assertThat(mention.candidates()).as(seeded.seed()).isNotEmpty();
                assertThat(mention.best().score()).as(seeded.seed()).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void theSameTextGetsTheSameAnswerFromAnyThread() {
        List<String> texts = IntStream.range(0, 300).mapToObj(i -> seeded.text()).toList();
        List<Resolution> alone = texts.stream().map(RESOLVER::resolve).toList();
        List<Resolution> together = texts.parallelStream().map(RESOLVER::resolve).toList();

        assertThat(together).as(seeded.seed()).isEqualTo(alone);
    }

    @Test
    void theOrderOfTheRegistryDoesNotMatter() {
        List<Entry> entries = seeded.shuffled(Registry.entries());
        Resolver other = Resolver.build(new RegistryVersion("v0.1", null), entries.stream());

        for (int i = 0; i < ROUNDS; i++) {
            String text = seeded.text();
            assertThat(accepted(other, text)).as(seeded.seed()).isEqualTo(accepted(RESOLVER, text));
        }
    }

    @Test
    void everyOfficialNameFindsItsOrganization() {
        for (Entry entry : Registry.entries()) {
            for (Entry.Name name : entry.names()) {
                List<String> found = new ArrayList<>();
                for (Mention m : RESOLVER.resolve(name.value(), hints(entry)).mentions()) {
                    m.candidates().forEach(candidate -> found.add(candidate.id()));
                }
                assertThat(found).as(name.value()).contains(entry.id());
            }
        }
    }

    @Test
    void aContradictingCountryIsNeverAccepted() {
        for (Entry entry : Registry.entries()) {
            for (Entry.Name name : entry.names()) {
                Resolution answer = RESOLVER.resolve(name.value(), Hints.country("ZW"));
                assertThat(answer.accepted()).as(name.value()).isEmpty();
            }
        }
    }

    @Test
    void hugeTextIsAnsweredAtOnce() {
        String huge = String.join(" ", Collections.nCopies(60_000, "Hoshinodai University,"));

        Assertions.setMaxStackTraceElementsDisplayed(5);
        Resolution answer =
                org.junit.jupiter.api.Assertions.assertTimeout(
                        Duration.ofSeconds(5), () -> RESOLVER.resolve(huge));
        assertThat(answer.candidates().getFirst().id()).isEqualTo("0aoba0001");
    }

    private static Hints hints(Entry entry) {
        return Hints.country(entry.country());
    }

    private static List<String> accepted(Resolver resolver, String text) {
        return resolver.resolve(text).mentions().stream()
                .filter(mention -> mention.decision() == Decision.CERTAIN)
                .map(mention -> mention.best().id())
                .toList();
    }
}
