package org.kakehashi.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kakehashi.proposal.TextComparison.Kind;

class TextComparisonTests {
    private static String of(TextComparison all, Kind kind) {
        return all.paragraphs().stream()
                .flatMap(one -> one.pieces().stream())
                .filter(one -> one.kind() == kind)
                .map(TextComparison.Piece::text)
                .collect(Collectors.joining("|"));
    }

    @Test
    void japaneseIsComparedByCharactersAndEnglishByWords() {
        TextComparison ja = TextComparison.of(List.of("有効期間は三年間とする。"), List.of("有効期間は五年間とする。"));
        assertThat(of(ja, Kind.REMOVED)).isEqualTo("三");
        assertThat(of(ja, Kind.ADDED)).isEqualTo("五");
        TextComparison en =
                TextComparison.of(
                        List.of("It is valid for three years."),
                        List.of("It is valid for five years."));
        assertThat(of(en, Kind.REMOVED)).isEqualTo("three");
        assertThat(of(en, Kind.ADDED)).isEqualTo("five");
    }

    @Test
    void bothTextsCanBeReadOffTheComparison() {
        List<String> before = List.of("A", "第1条 目的", "B word", "gone");
        List<String> after = List.of("A", "new", "第1条 目標", "B words");
        TextComparison all = TextComparison.of(before, after);
        assertThat(read(all, Kind.REMOVED)).isEqualTo(String.join("", before));
        assertThat(read(all, Kind.ADDED)).isEqualTo(String.join("", after));
        assertThat(TextComparison.of(before, before).changed()).isZero();
    }

    private static String read(TextComparison all, Kind side) {
        return all.paragraphs().stream()
                .flatMap(one -> one.pieces().stream())
                .filter(one -> one.kind() == Kind.SAME || one.kind() == side)
                .map(TextComparison.Piece::text)
                .collect(Collectors.joining());
    }

    @Test
    void longTextsAreComparedInTime() {
        List<String> before =
                java.util.stream.IntStream.range(0, 6_000).mapToObj(i -> "段落" + i).toList();
        List<String> after =
                java.util.stream.IntStream.range(0, 6_000).mapToObj(i -> "段落" + i * 2).toList();
        long start = System.nanoTime();
        assertThat(TextComparison.of(before, after).changed()).isPositive();
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }
}
