package org.kakehashi.partnership.designation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.kernel.Measure;
import org.kakehashi.partnership.designation.internal.MeasuredEvidence;
import org.kakehashi.partnership.designation.internal.SchemeStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of designation schemes: read by whoever signs in, made and put in use by who
/// configures. What is in use is never changed; a change is a new edition.
@Service
public class Schemes {
    private static final String CONFIGURE = "partnership.configure";

    private final SchemeStore store;
    private final MeasuredEvidence evidence;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Schemes(SchemeStore store, MeasuredEvidence evidence, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.evidence = evidence;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean mayConfigure() {
        return access.may(CONFIGURE);
    }

    /// By code, the newest edition first.
    public List<Scheme> list() {
        access.require("partnership.read");
        return store.list();
    }

    /// Those under which a partner may be put forward now.
    public List<Scheme> inUse() {
        return list().stream().filter(one -> one.state() == Scheme.State.PUBLISHED).toList();
    }

    public Scheme get(UUID id) {
        access.require("partnership.read");
        return store.find(id).orElseThrow(KakehashiException::notFound);
    }

    /// Measures that tell partners apart, so that criteria may rest on them.
    public List<Measure> measures() {
        return evidence.offered();
    }

    /// A draft with everything of the original: the next edition of its code, or of another code.
    @Transactional
    public UUID copy(UUID original, String code) {
        access.require(CONFIGURE);
        Scheme from = get(original);
        String wanted = code.strip();
        if (!wanted.matches("[a-z][a-z0-9-]{1,39}")) {
            throw KakehashiException.invalid("partnership.scheme.problem.code", Map.of());
        }
        UUID id =
                store.insert(
                        new Scheme(
                                null,
                                wanted,
                                0,
                                Scheme.State.DRAFT,
                                from.name(),
                                from.note(),
                                from.rule(),
                                from.termYears(),
                                from.reviewMonths(),
                                null,
                                from.criteria(),
                                0));
        audit.record("partnership.schemeCopied", "scheme", id, Map.of("code", wanted));
        return id;
    }

    /// Changes a draft.
    @Transactional
    public void change(Scheme scheme) {
        access.require(CONFIGURE);
        requireSound(scheme);
        store.update(scheme);
        audit.record(
                "partnership.schemeChanged",
                "scheme",
                Objects.requireNonNull(scheme.id()),
                Map.of());
    }

    /// Puts a draft in use; the edition before it is retired and keeps its candidacies.
    @Transactional
    public void publish(UUID id) {
        access.require(CONFIGURE);
        Scheme scheme = get(id);
        if (scheme.state() != Scheme.State.DRAFT) {
            throw KakehashiException.invalid("partnership.scheme.problem.notDraft", Map.of());
        }
        requireSound(scheme);
        store.publish(id, scheme.code(), LocalDate.now(clock));
        audit.record("partnership.schemePublished", "scheme", id, Map.of("code", scheme.code()));
    }

    private void requireSound(Scheme scheme) {
        if (scheme.name().parity() != Bilingual.Parity.BOTH
                || scheme.criteria().stream()
                        .anyMatch(one -> one.name().parity() != Bilingual.Parity.BOTH)) {
            throw KakehashiException.invalid("partnership.scheme.problem.languages", Map.of());
        }
        Set<String> codes = new HashSet<>();
        for (Criterion one : scheme.criteria()) {
            if (!one.code().matches("[a-z][a-z0-9_]{0,19}")
                    || Set.of("and", "or", "at_least").contains(one.code())
                    || !codes.add(one.code())) {
                throw KakehashiException.invalid(
                        "partnership.scheme.problem.criterion", Map.of("code", one.code()));
            }
            requireSource(one);
        }
        Set<String> unknown = new TreeSet<>(Rule.parse(scheme.rule()).codes());
        unknown.removeAll(codes);
        if (!unknown.isEmpty()) {
            throw KakehashiException.invalid(
                    "partnership.scheme.problem.unknown",
                    Map.of("codes", unknown.stream().collect(Collectors.joining(", "))));
        }
    }

    private void requireSource(Criterion one) {
        Criterion.Source source = one.source();
        if (source == null) {
            return;
        }
        boolean sound =
                evidence.find(source.measure())
                        .flatMap(measure -> MeasuredEvidence.choices(measure, source.choices()))
                        .isPresent();
        if (!sound || source.years() < 1 || source.years() > 20) {
            throw KakehashiException.invalid(
                    "partnership.scheme.problem.source", Map.of("code", one.code()));
        }
    }
}
