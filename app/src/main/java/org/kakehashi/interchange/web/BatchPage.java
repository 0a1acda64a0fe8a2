package org.kakehashi.interchange.web;

import static org.kakehashi.ui.Text.t;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.interchange.Batch;
import org.kakehashi.interchange.BatchLine;
import org.kakehashi.interchange.Batches.Counts;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.Job;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.kakehashi.ui.view.Tone;

/// A list and what its lines mean.
public record BatchPage(
        Batch batch,
        @Nullable Job job,
        Counts counts,
        String standing,
        List<BatchLine> lines,
        Pager pager,
        Query query) {
    private static final Map<String, Tone> TONES =
            Map.of(
                    "certain",
                    Tone.GOOD,
                    "decided",
                    Tone.GOOD,
                    "suggested",
                    Tone.ATTENTION,
                    "unknown",
                    Tone.UNKNOWN,
                    "later",
                    Tone.INFO,
                    "none",
                    Tone.NEUTRAL);

    public boolean working() {
        return job != null && !job.state().over();
    }

    /// Broken off or failed: the job's page part says so and offers to go on.
    public boolean broken() {
        return job != null && job.state().over() && job.state() != Job.State.DONE;
    }

    public List<Tab> tabs() {
        return List.of(
                tab("all", counts.all()),
                tab("certain", counts.certain()),
                tab("decided", counts.decided()),
                tab("open", counts.open()));
    }

    private Tab tab(String key, int n) {
        return new Tab(
                t("interchange.tab." + key),
                batch.href() + "?show=" + key,
                standing.equals(key),
                (long) n);
    }

    public static Tone tone(BatchLine line) {
        return TONES.getOrDefault(line.standing(), Tone.NEUTRAL);
    }

    public static String country(@Nullable String code) {
        return code == null ? "" : new Country(code).name(Text.locale());
    }

    /// Why it means this, on the page that explains.
    public static String explanation(BatchLine line) {
        return Query.of("/organizations/recognition")
                .with("text", line.text())
                .with("country", line.country())
                .href();
    }
}
