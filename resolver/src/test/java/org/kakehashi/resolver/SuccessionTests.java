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
                            entry(
                                    "0parted",
                                    Status.ACTIVE,
                                    "東南大学校",
                                    "0north@2025-04-01",
                                    "0west@2025-04-01"),
                            entry("0chain", Status.INACTIVE, "南西大学校", "0eitherway"),
                            entry("0both", Status.INACTIVE, "中央北大学校", "0viaone", "0viatwo"),
                            entry("0viaone", Status.INACTIVE, "中央一大学校", "0north"),
                            entry("0viatwo", Status.WITHDRAWN, "中央二大学校", "0north"),
                            entry("0soon", Status.ACTIVE, "未来大学校", "0north@2999-04-01"),
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
                Stream.of(successors)
                        .map(one -> one.split("@"))
                        .map(one ->
                                new Entry.Successor(
                                        one[0], one.length < 2 ? null : LocalDate.parse(one[1])))
                        .toList());
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

    private static List<String> ids(Resolution answer) {
        return answer.candidates().stream().map(Candidate::id).toList();
    }

    @Test
    void thePossibleSuccessorsAreOfferedWithTheirDates() {
        Resolution today = RESOLVER.resolve("東南大学校");

        assertThat(today.decision()).isEqualTo(Decision.SUGGESTED);
        assertThat(ids(today)).containsExactly("0parted", "0north", "0west");
        assertThat(today.candidates().getFirst().evidence())
                .contains(Evidence.of(Feature.SPLIT, "2"));
        assertThat(today.candidates().get(1).evidence())
                .containsExactly(Evidence.of(Feature.CONTINUES, "東南大学校", "2025-04-01"));
    }

    @Test
    void onADayBeforeItsSplitAnOrganizationIsItself() {
        Resolution then =
                RESOLVER.resolve("東南大学校", Hints.none().withDate(LocalDate.of(2025, 3, 31)));

        assertThat(then.accepted()).map(Candidate::id).contains("0parted");
        assertThat(ids(then)).containsExactly("0parted");
    }

    @Test
    void onTheDayOfItsSplitAPersonIsAsked() {
        Resolution then =
                RESOLVER.resolve("東南大学校", Hints.none().withDate(LocalDate.of(2025, 4, 1)));

        assertThat(then.decision()).isEqualTo(Decision.SUGGESTED);
    }

    @Test
    void aSplitFurtherDownTheChainIsAskedToo() {
        Resolution answer = RESOLVER.resolve("南西大学校");

        assertThat(answer.decision()).isEqualTo(Decision.SUGGESTED);
        assertThat(ids(answer)).containsExactly("0chain", "0north", "0west");
    }

    @Test
    void waysThatMeetAgainAreNoSplit() {
        Resolution answer = RESOLVER.resolve("中央北大学校");

        assertThat(answer.accepted()).map(Candidate::successor).contains("0north");
    }

    @Test
    void whatIsOnlyPlannedHasNotHappened() {
        assertThat(RESOLVER.resolve("未来大学校").accepted()).map(Candidate::id).contains("0soon");
        assertThat(RESOLVER.resolve("未来大学校").candidates().getFirst().successor()).isNull();
    }

    @Test
    void aDecisionOfAPersonIsNotAskedAgainAndStillTellsTheSuccessor() {
        Resolver decided =
                RESOLVER.with(
                        new Overlay(
                                List.of(),
                                List.of(
                                        new Overlay.Confirmed("東工大すずかけ台", null, "0112mx960"),
                                        new Overlay.Confirmed("北西大学", null, "0eitherway"))));

        assertThat(decided.resolve("東工大すずかけ台").accepted())
                .map(Candidate::successor)
                .contains("05dqf9946");
        assertThat(decided.resolve("北西大学").accepted()).map(Candidate::id).contains("0eitherway");
    }
}
