package org.kakehashi.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SuccessionTests {

    private static final Resolver RESOLVER =
            Resolver.build(
                    RegistryVersion.unknown(),
                    Stream.of(
                            entry("0112mx960", Status.ACTIVE, "東京工業大学"),
                            entry("05dqf9946", Status.ACTIVE, "東京科学大学"),
                            entry("03vgqy581", Status.ACTIVE, "旭川大学"),
                            entry("0eitherway", Status.INACTIVE, "北西大学", "0north", "0west"),
                            entry("0north", Status.ACTIVE, "北の大学"),
                            entry("0west", Status.ACTIVE, "西の大学")));

    private static Entry entry(String id, Status status, String name, String... successors) {
        return new Entry(
                id,
                status,
                "JP",
                Set.of(Kind.EDUCATION),
                List.of(new Entry.Name(name, NameKind.DISPLAY, "ja")),
                List.of(),
                List.of(),
                List.of(),
                List.of(successors));
    }

    @Test
    void aMergerTheRegistryDoesNotKnowIsKnown() {
        Candidate ended = RESOLVER.resolve("東京工業大学").candidates().getFirst();

        assertThat(ended.id()).isEqualTo("0112mx960");
        assertThat(ended.successor()).isEqualTo("05dqf9946");
    }

    @Test
    void onADayBeforeItNothingHasHappened() {
        Hints before = Hints.none().withDate(LocalDate.of(2024, 9, 30));
        Hints after = Hints.none().withDate(LocalDate.of(2024, 10, 1));

        assertThat(RESOLVER.resolve("東京工業大学", before).candidates().getFirst().successor()).isNull();
        assertThat(RESOLVER.resolve("東京工業大学", after).candidates().getFirst().current())
                .isEqualTo("05dqf9946");
    }

    @Test
    void aNameTakenLaterIsKnown() {
        assertThat(RESOLVER.resolve("旭川市立大学").accepted()).map(Candidate::id).contains("03vgqy581");
    }

    @Test
    void whereSeveralContinueAPersonIsAsked() {
        Resolution today = RESOLVER.resolve("北西大学");
        Resolution then = RESOLVER.resolve("北西大学", Hints.none().withDate(LocalDate.of(1990, 4, 1)));

        assertThat(today.decision()).isEqualTo(Decision.SUGGESTED);
        assertThat(then.accepted()).map(Candidate::id).contains("0eitherway");
    }
}
