package org.kakehashi.agreement;

import static org.kakehashi.schema.agreement.Tables.AGREEMENTS;
import static org.kakehashi.schema.agreement.Tables.REGISTER_LINES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.agreement.facts.AgreementScope;
import org.kakehashi.agreement.internal.AgreementReader;
import org.kakehashi.agreement.internal.AgreementStore;
import org.kakehashi.agreement.internal.HistoryReader;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.ReviewCases;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of the register. Everyone signed in reads every agreement that is not restricted, the
/// public what is published; the office changes all, members those of their own units.
@Service
public class Agreements {
    private static final String EDIT = "agreement.edit";

    private final DSLContext jooq;
    private final AgreementStore store;
    private final AgreementReader reader;
    private final HistoryReader history;
    private final AgreementScope scope;
    private final Access access;
    private final Audit audit;
    private final Kinds kinds;
    private final ReviewCases reviews;
    private final EndingGuard guard;
    private final Clock clock;

    Agreements(
            DSLContext jooq,
            AgreementStore store,
            AgreementReader reader,
            HistoryReader history,
            AgreementScope scope,
            Access access,
            Audit audit,
            Kinds kinds,
            ReviewCases reviews,
            EndingGuard guard,
            Clock clock) {
        this.jooq = jooq;
        this.store = store;
        this.reader = reader;
        this.history = history;
        this.scope = scope;
        this.access = access;
        this.audit = audit;
        this.kinds = kinds;
        this.reviews = reviews;
        this.guard = guard;
        this.clock = clock;
    }

    public Optional<Agreement> find(UUID id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    public Agreement get(UUID id) {
        return find(id).orElseThrow(KakehashiException::notFound);
    }

    public Optional<Agreement> findByNumber(String number) {
        return jooq.select(AGREEMENTS.ID)
                .from(AGREEMENTS)
                .where(AGREEMENTS.NUMBER.eq(number))
                .fetchOptional(AGREEMENTS.ID)
                .flatMap(this::find);
    }

    /// Those of the agreements that exist and that the person acting may read, in no order.
    public List<Agreement> findAll(Collection<UUID> ids) {
        return reader.read(readable(ids));
    }

    /// The agreements with any of these organizations, or without recognised partners, that may be
    /// what a list states; by their comparison keys.
    public Map<ComparisonKey, List<Agreement>> byKey(Collection<ComparisonKey> keys) {
        Set<ComparisonKey> wanted = Set.copyOf(keys);
        UUID[] organizations =
                wanted.stream()
                        .flatMap(key -> key.organizations().stream())
                        .distinct()
                        .toArray(UUID[]::new);
        List<UUID> candidates =
                jooq.select(REGISTER_LINES.AGREEMENT_ID)
                        .from(REGISTER_LINES)
                        .where(scope.condition())
                        .and(
                                DSL.condition(
                                                "{0} && {1}",
                                                REGISTER_LINES.ORGANIZATION_IDS,
                                                DSL.val(organizations))
                                        .or(REGISTER_LINES.RECOGNISED.isFalse()))
                        .fetch(REGISTER_LINES.AGREEMENT_ID);
        return reader.read(candidates).stream()
                .filter(one -> wanted.contains(ComparisonKey.of(one.content())))
                .collect(Collectors.groupingBy(one -> ComparisonKey.of(one.content())));
    }

    /// Every version of the agreement ever recorded, oldest first.
    public List<Recorded> history(UUID id) {
        if (CurrentUser.get().equals(CurrentUser.PUBLIC)) {
            throw KakehashiException.forbidden("agreement.history");
        }
        get(id);
        return history.versions(id);
    }

    /// The agreements with any of these organizations that the person acting may read.
    public List<Agreement> ofPartners(Collection<UUID> organizations) {
        if (organizations.isEmpty()) {
            return List.of();
        }
        return reader.read(
                jooq.select(REGISTER_LINES.AGREEMENT_ID)
                        .from(REGISTER_LINES)
                        .where(scope.condition())
                        .and(
                                "{0} && {1}",
                                REGISTER_LINES.ORGANIZATION_IDS,
                                DSL.val(organizations.toArray(UUID[]::new)))
                        .fetch(REGISTER_LINES.AGREEMENT_ID));
    }

    /// The agreements with a partner that nobody recognised and that is written so, whatever its
    /// case, and that the person acting may read.
    public List<Agreement> ofNames(Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        String[] folded =
                names.stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new);
        return reader.read(
                jooq.select(REGISTER_LINES.AGREEMENT_ID)
                        .from(REGISTER_LINES)
                        .where(scope.condition())
                        .and(REGISTER_LINES.RECOGNISED.isFalse())
                        .and(
                                "exists (select 1 from agreement.parties p where p.agreement_id ="
                                        + " {0} and p.organization_id is null and lower(p.name_written)"
                                        + " = any({1}))",
                                REGISTER_LINES.AGREEMENT_ID, DSL.val(folded))
                        .fetch(REGISTER_LINES.AGREEMENT_ID));
    }

    /// May the person acting change an agreement of these units?
    public boolean mayEdit(AgreementContent content) {
        return access.may(EDIT, content.unitIds());
    }

    /// May the person acting record an agreement at all?
    public boolean mayCreate() {
        return access.may(EDIT);
    }

    /// How the agreement stands on this day; `months` is how long before its end it is expiring.
    public Status status(UUID id, LocalDate asOf, int months) {
        return jooq.select(scope.status(asOf, months))
                .from(REGISTER_LINES)
                .where(REGISTER_LINES.AGREEMENT_ID.eq(id))
                .fetchOptional(row -> Coded.of(Status.class, row.value1()))
                .orElseThrow(KakehashiException::notFound);
    }

    @Transactional
    public UUID create(AgreementContent content) {
        UUID id = insert(List.of(content)).getFirst();
        audit.record("agreement.created", "agreement", id, Map.of());
        return id;
    }

    /// Records many agreements at once, for imports; answers their ids in the same order. The
    /// reason stands in their history.
    @Transactional
    public List<UUID> createAll(List<AgreementContent> contents, String reason) {
        store.reason(reason);
        List<UUID> ids = insert(contents);
        audit.record(
                "agreement.createdMany",
                "agreement",
                null,
                Map.of("count", ids.size(), "reason", reason));
        return ids;
    }

    @Transactional
    public void change(UUID id, int version, AgreementContent content) {
        update(List.of(new Agreement(id, "", version, content)));
        audit.record("agreement.changed", "agreement", id, Map.of());
        reviews.subjectChanged(AgreementSubject.KIND, id);
    }

    /// Changes many agreements at once, each if it still has the version given.
    @Transactional
    public void changeAll(List<Agreement> changed, String reason) {
        store.reason(reason);
        update(changed);
        audit.record(
                "agreement.changedMany",
                "agreement",
                null,
                Map.of("count", changed.size(), "reason", reason));
    }

    /// Ends the agreement, or with null takes the ending back.
    @Transactional
    public void end(UUID id, int version, @Nullable Ending ending) {
        AgreementContent content = get(id).content();
        if (ending != null) {
            guard.require(id, ending.on().lastDay(), ending.note());
        }
        update(List.of(new Agreement(id, "", version, content.withEnding(ending))));
        audit.record(
                ending == null ? "agreement.reopened" : "agreement.ended",
                "agreement",
                id,
                Map.of());
    }

    /// Takes agreements out of the register, as when an import is undone. Their history stays.
    @Transactional
    public void removeAll(Collection<UUID> ids, String reason) {
        store.reason(reason);
        present(ids);
        store.delete(ids);
        audit.record(
                "agreement.removedMany",
                "agreement",
                null,
                Map.of("count", ids.size(), "reason", reason));
    }

    private List<UUID> insert(List<AgreementContent> contents) {
        contents.forEach(content -> {
            access.require(EDIT);
            requireOwnUnit(content);
            requirePossible(content);
        });
        return store.insert(contents, LocalDate.now(clock));
    }

    private void update(List<Agreement> changed) {
        Map<UUID, Agreement> before =
                present(changed.stream().map(Agreement::id).collect(Collectors.toSet()));
        changed.forEach(one -> {
            requireOwnUnit(one.content());
            requirePossible(one.content());
        });
        store.update(changed, before);
    }

    /// The agreements as they are; refuses unless all exist and may be changed.
    private Map<UUID, Agreement> present(Collection<UUID> ids) {
        Map<UUID, Agreement> found =
                findAll(ids).stream()
                        .collect(
                                Collectors.toMap(
                                        Agreement::id,
                                        Function.identity(),
                                        (a, b) -> a,
                                        HashMap::new));
        if (!found.keySet().containsAll(new HashSet<>(ids))) {
            throw KakehashiException.notFound();
        }
        found.values()
                .forEach(one -> {
                    if (!mayEdit(one.content())) {
                        throw refused("agreement.refused.notYourUnit");
                    }
                });
        return found;
    }

    private void requireOwnUnit(AgreementContent content) {
        if (!mayEdit(content)) {
            throw refused("agreement.refused.needsYourUnit");
        }
    }

    private void requirePossible(AgreementContent content) {
        ContentCheck.impossible(content, kinds).values().stream()
                .findFirst()
                .ifPresent(key -> {
                    throw KakehashiException.invalid(key, Map.of());
                });
    }

    private static KakehashiException refused(String key) {
        return new KakehashiException(KakehashiException.Kind.FORBIDDEN, key, Map.of());
    }

    private List<UUID> readable(Collection<UUID> ids) {
        return new ArrayList<>(
                jooq.select(REGISTER_LINES.AGREEMENT_ID)
                        .from(REGISTER_LINES)
                        .where(REGISTER_LINES.AGREEMENT_ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                        .and(scope.condition())
                        .fetch(REGISTER_LINES.AGREEMENT_ID));
    }
}
