package org.kakehashi.intake.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.intake.ListTarget.Deed;
import org.kakehashi.kernel.KakehashiException;

/// Whether records still are as an import left them.
final class Versions {
    private Versions() {}

    /// Refuses unless all still have the version the import gave them.
    static void requireUnchanged(List<Deed> deeds, Map<UUID, Integer> versions) {
        long changed =
                deeds.stream()
                        .filter(deed ->
                                !Integer.valueOf(deed.version())
                                        .equals(versions.get(deed.subject())))
                        .count();
        if (changed > 0) {
            throw new KakehashiException(
                    KakehashiException.Kind.CONFLICT,
                    "intake.undo.changedSince",
                    Map.of("n", changed));
        }
    }
}
