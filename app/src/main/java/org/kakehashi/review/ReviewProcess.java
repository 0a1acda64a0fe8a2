package org.kakehashi.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// One edition of a process. A published edition is never changed; a case keeps the one it began
/// with.
///
/// @param kinds kinds of subject it is for
/// @param applies where it may be used
/// @param fast where the fast track may be taken; null: there is none
/// @param example where it was read, if it is an example of another university
public record ReviewProcess(
        UUID id,
        String code,
        int edition,
        State state,
        Bilingual name,
        List<String> kinds,
        Condition applies,
        @Nullable Condition fast,
        @Nullable Example example,
        Bilingual note,
        List<Step> steps,
        int version) {

    public enum State implements Coded {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    /// @param year of the source; null where it does not say
    public record Example(Bilingual university, String source, @Nullable Integer year) {}

    public ReviewProcess {
        kinds = List.copyOf(kinds);
        steps = List.copyOf(steps);
    }

    public Optional<Step> step(UUID stepId) {
        return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
    }

    /// The steps by stage, in order.
    public List<List<Step>> stages() {
        TreeMap<Integer, List<Step>> byStage = new TreeMap<>();
        steps.forEach(
                step -> byStage.computeIfAbsent(step.stage(), any -> new ArrayList<>()).add(step));
        return List.copyOf(byStage.values());
    }

    /// The process with other steps, as whoever saw this version wants it.
    public ReviewProcess withSteps(List<Step> others, int seen) {
        return new ReviewProcess(
                id, code, edition, state, name, kinds, applies, fast, example, note, others, seen);
    }

    /// May it be used for a subject of this kind with these facts?
    public boolean suits(String kind, Facts facts) {
        return kinds.contains(kind) && applies.holds(facts) != Truth.NO;
    }
}
