package org.kakehashi.compliance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.compliance.internal.ExaminationStore;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Organizations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of due diligence. Whoever signs in sees the state, those named in the permissions see
/// restricted findings, the office records.
@Service
public class DueDiligence {
    private static final String RECORD = "compliance.record";

    private final ExaminationStore store;
    private final Organizations organizations;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    DueDiligence(
            ExaminationStore store,
            Organizations organizations,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean mayRead() {
        return CurrentUser.get().signedIn() && access.may("compliance.read");
    }

    public boolean mayRecord() {
        return access.may(RECORD);
    }

    /// Every statement, the latest first, without findings the person acting may not see.
    public List<Examination> of(UUID organization) {
        if (!mayRead()) {
            throw KakehashiException.forbidden("compliance.read");
        }
        organizations.get(organization);
        boolean all = access.may("compliance.read_restricted");
        return store.of(organization).stream()
                .map(one ->
                        all || one.visibility() == Examination.Visibility.MEMBERS
                                ? one
                                : one.withoutFindings())
                .toList();
    }

    /// May something with the institution go on that day? Unknown, expired and under way are not
    /// yes. For rooms that ask on behalf of the system; it tells no findings.
    public Gate gate(UUID organization, LocalDate day) {
        Examination latest =
                store.of(organization).stream()
                        .filter(one -> !one.on().isAfter(day))
                        .findFirst()
                        .map(Examination::withoutFindings)
                        .orElse(null);
        return judged(latest, day);
    }

    static Gate judged(@Nullable Examination latest, LocalDate day) {
        if (latest == null) {
            return new Gate(false, "compliance.gate.unknown", null);
        }
        if (latest.state() == Examination.State.REFUSED) {
            return new Gate(false, "compliance.gate.refused", latest);
        }
        if (latest.expired(day)) {
            return new Gate(false, "compliance.gate.expired", latest);
        }
        return switch (latest.state()) {
            case UNDER_WAY -> new Gate(false, "compliance.gate.under_way", latest);
            case CLEARED -> new Gate(true, "compliance.gate.cleared", latest);
            case CONDITIONAL -> new Gate(true, "compliance.gate.conditional", latest);
            case REFUSED -> new Gate(false, "compliance.gate.refused", latest);
        };
    }

    @Transactional
    public void record(Examination examination) {
        access.require(RECORD);
        organizations.get(examination.organization());
        LocalDate until = examination.validUntil();
        if (examination.on().isAfter(LocalDate.now(clock))) {
            throw KakehashiException.invalid("compliance.problem.future", Map.of());
        }
        if (until != null && until.isBefore(examination.on())) {
            throw KakehashiException.invalid("compliance.problem.until", Map.of());
        }
        store.insert(
                new Examination(
                        examination.organization(),
                        examination.state(),
                        examination.on(),
                        until,
                        examination.examinedBy(),
                        examination.findings(),
                        examination.visibility(),
                        CurrentUser.get().id()));
        audit.record(
                "compliance.examined",
                "organization",
                examination.organization(),
                Map.of("state", examination.state().code()));
    }
}
