package org.kakehashi.organization.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Job;
import org.kakehashi.organization.RegistryRelease;
import org.kakehashi.ui.view.Tone;

/// The registry's page: releases imported, work under way.
public record RegistryPage(
        List<RegistryRelease> releases,
        List<Job> jobs,
        boolean importing,
        Map<String, String> problems) {

    /// What a release's page can show.
    public static final List<String> KINDS =
            List.of("changed", "added", "withdrawn", "missing", "broken");

    /// The latest job that a reader should see: at work, or broken off.
    public Optional<Job> job() {
        return jobs.stream().findFirst().filter(job -> job.state() != Job.State.DONE);
    }

    public static Tone tone(RegistryRelease release) {
        return switch (release.state()) {
            case "done" -> Tone.GOOD;
            case "failed" -> Tone.BAD;
            case "cancelled" -> Tone.ATTENTION;
            default -> Tone.INFO;
        };
    }

    /// The file name as uploaded, harmless: the version is read from it.
    static String fileName(@Nullable String given) {
        String bare = given == null ? "" : given.replaceFirst("^.*[/\\\\]", "");
        String harmless = bare.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return harmless.matches("[.]*") ? "release" : harmless;
    }
}
