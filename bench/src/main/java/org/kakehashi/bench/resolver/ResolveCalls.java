package org.kakehashi.bench.resolver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Hints;
import org.kakehashi.resolver.Resolution;
import org.kakehashi.resolver.Resolver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What JMH calls; each method goes round a few texts of its sort.
@State(Scope.Thread)
public class ResolveCalls {

    private static final List<String> LATIN =
            List.of(
                    "University of Tokyo",
                    "Universität Heidelberg",
                    "Massachusetts Institute of Technology",
                    "Univ. of Manchester",
                    "Chulalongkorn Universty");
    private static final List<String> EAST_ASIAN =
            List.of("東北大学", "国立大学法人京都大学", "清華大學", "서울대학교", "東京医科歯科大学");
    private static final List<String> KANA =
            List.of("ミュンヘン大学", "チェンマイ大学", "カレル大学", "オハイオ州立大学", "メルボルン大学");
    private static final List<String> LONG =
            List.of(
                    "Department of Biomedical Engineering and Computational Science, School of"
                            + " Science, Aalto University, P.O. Box 12200, FI-00076 Aalto, Finland",
                    "State Key Laboratory of Chemical Engineering, School of Chemical Engineering"
                            + " and Technology, Tianjin University, Tianjin 300072, China",
                    "From the Division of Nephrology, Department of Medicine, Indiana University"
                            + " School of Medicine, Indianapolis, Indiana, USA, and the Institute"
                            + " of Physiology, Charité, Berlin, Germany",
                    "星野台病院、東京大学大学院医学系研究科内科学専攻、〒113-8655 東京都文京区本郷7-3-1");

    private @Nullable Resolver resolver;
    private int next;

    @Setup
    public void load() throws IOException {
        resolver = Resolver.load(Path.of(System.getProperty("kakehashi.index")));
    }

    @Benchmark
    public Resolution nameInLatinLetters() {
        return resolve(LATIN);
    }

    @Benchmark
    public Resolution nameInEastAsianCharacters() {
        return resolve(EAST_ASIAN);
    }

    @Benchmark
    public Resolution foreignNameInKana() {
        return resolve(KANA);
    }

    @Benchmark
    public Resolution longAffiliation() {
        return resolve(LONG);
    }

    private Resolution resolve(List<String> texts) {
        next = (next + 1) % texts.size();
        return Objects.requireNonNull(resolver).resolve(texts.get(next), Hints.none());
    }
}
