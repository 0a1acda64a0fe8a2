package org.kakehashi.organization;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Job;
import org.kakehashi.kernel.Jobs;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.internal.RegistryStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The ROR registry: its releases, imported in the background, and what each of them changed.
@Service
public class Registry {
    /// Name of the job kind.
    public static final String JOB = "organization.import-ror";

    private final Jobs jobs;
    private final RegistryStore store;
    private final Access access;
    private final Audit audit;

    Registry(Jobs jobs, RegistryStore store, Access access, Audit audit) {
        this.jobs = jobs;
        this.store = store;
        this.access = access;
        this.audit = audit;
    }

    /// Starts the import of a release file.
    ///
    /// @param ours whether the file is a copy of ours, to be deleted when all is done
    public Job start(Path file, boolean ours) {
        return jobs.start(JOB, input(file, ours));
    }

    /// Imports a release file on this thread, to its end.
    public Job importHere(Path file) {
        return jobs.runHere(JOB, input(file, false));
    }

    private Map<String, Object> input(Path file, boolean ours) {
        access.require("organization.import");
        if (store.isRunning()) {
            throw new KakehashiException(
                    KakehashiException.Kind.CONFLICT, "organization.import.busy", Map.of());
        }
        CurrentUser user = CurrentUser.get();
        Map<String, Object> input = new HashMap<>();
        input.put("file", file.toAbsolutePath().toString());
        input.put("ours", ours);
        input.put("login", user.login());
        if (user.id() != null) {
            input.put("user", user.id().toString());
        }
        audit.record(
                "organization.import.started",
                null,
                null,
                Map.of("file", String.valueOf(file.getFileName())));
        return input;
    }

    /// All releases, newest first.
    @Transactional(readOnly = true)
    public List<RegistryRelease> releases() {
        access.require("organization.read");
        return store.releases();
    }

    @Transactional(readOnly = true)
    public RegistryRelease release(UUID id) {
        access.require("organization.read");
        return store.find(id).orElseThrow(KakehashiException::notFound);
    }

    /// What the release changed, of one kind, by name.
    @Transactional(readOnly = true)
    public List<RegistryChange> changes(UUID release, String kind, long offset, int limit) {
        access.require("organization.read");
        return store.changes(release, kind, offset, limit);
    }

    /// What releases changed about an organization, newest first.
    @Transactional(readOnly = true)
    public List<RegistryChange> changesOf(UUID organization) {
        access.require("organization.read");
        return store.changesOf(organization);
    }

    /// The first broken records of a release.
    @Transactional(readOnly = true)
    public List<RegistryChange.Problem> problems(UUID release) {
        access.require("organization.read");
        return store.problems(release, 1_000);
    }

    /// The latest jobs, newest first.
    public List<Job> jobs() {
        access.require("organization.read");
        return jobs.latest(JOB, 5);
    }

    public boolean mayImport() {
        return access.may("organization.import");
    }
}
