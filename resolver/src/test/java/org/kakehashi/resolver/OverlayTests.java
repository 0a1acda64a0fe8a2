package org.kakehashi.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an installation adds is found as what the registry has.
final class OverlayTests {

    private static final Entry LOCAL =
            named("local-1", "Mizuhama Institute of Submarine Acoustics", "水浜海洋音響研究所");

    /// A registry organization with a name people gave it.
    private static final Entry RENAMED =
            named("0aoba0003", "Yukimi University", "Winterlight Polytechnic of Yukimi");

    private static final Resolver RESOLVER =
            Registry.resolver().with(new Overlay(List.of(LOCAL, RENAMED), List.of()));

    private static Entry named(String id, String display, String other) {
        return new Entry(
                id,
                Status.ACTIVE,
                "JP",
                Set.of(Kind.EDUCATION),
                List.of(
                        new Entry.Name(display, NameKind.DISPLAY, ""),
                        new Entry.Name(other, NameKind.ALIAS, "")),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mizuhama Institute of Submarine Acoustics",
                "水浜海洋音響研究所",
                "Mizuhama Institute for Submarin Acoustics",
                "Mizuhama Submarine Acoustics Institute"
            })
    void aLocalOrganizationIsFoundBySimilarityToo(String text) {
        assertThat(RESOLVER.resolve(text).candidates())
                .extracting(Candidate::id)
                .contains("local-1");
    }

    @Test
    void anAliasIsFoundBySimilarityToo() {
        assertThat(RESOLVER.resolve("Winterlite Polytechnic of Yukimi").candidates())
                .extracting(Candidate::id)
                .contains("0aoba0003");
    }

    @Test
    void anOrganizationLaidOverTheRegistryIsThereOnce() {
        assertThat(RESOLVER.candidates("Yukimi Universty Japan", Hints.none(), 100))
                .extracting(Candidate::id)
                .containsOnlyOnce("0aoba0003");
    }

    @Test
    void whatIsAddedIsGoneWithTheNextOverlay() {
        Resolver without = RESOLVER.with(new Overlay(List.of(), List.of()));

        assertThat(without.resolve("Mizuhama Institute for Submarin Acoustics").candidates())
                .extracting(Candidate::id)
                .doesNotContain("local-1");
    }
}
