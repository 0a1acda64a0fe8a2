package org.kakehashi.agreement.internal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Ending;
import org.kakehashi.agreement.Ending.Reason;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.intake.Comparison;
import org.kakehashi.intake.ListContext;
import org.kakehashi.intake.ListRow;
import org.kakehashi.intake.ListTarget;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.kernel.TextFolding;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Lists of agreements go into the register. A row and a stored agreement are taken for the same
/// when partner, level and units agree and the start does too; an agreement that the list before
/// stated may also start anew, as renewed ones do.
@Component
class AgreementLists implements ListTarget {
    private static final int LEAST_FIT = 4;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultVisibility(visible ->
                            visible.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
                    .build();

    private final Agreements agreements;
    private final Kinds kinds;
    private final Units units;
    private final Clock clock;

    AgreementLists(Agreements agreements, Kinds kinds, Units units, Clock clock) {
        this.agreements = agreements;
        this.kinds = kinds;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "agreements";
    }

    @Override
    public String subjectKind() {
        return "agreement";
    }

    @Override
    public List<Comparison> compare(ListContext context, List<ListRow> rows) {
        var listed = new ListedAgreement(kinds, context);
        Map<String, List<ListRow>> groups = new LinkedHashMap<>();
        rows.forEach(
                row -> groups.computeIfAbsent(partner(row), any -> new ArrayList<>()).add(row));
        Map<UUID, Agreement> byId = new HashMap<>();
        Map<UUID, List<Agreement>> byPartner = new HashMap<>();
        present(rows, byId, byPartner);
        Map<String, List<Agreement>> byName = unrecognised(rows);
        Map<UUID, Comparison> answers = new HashMap<>();
        for (List<ListRow> group : groups.values()) {
            Set<Agreement> candidates = new LinkedHashSet<>();
            UUID organization = group.getFirst().organization();
            if (organization != null) {
                candidates.addAll(byPartner.getOrDefault(organization, List.of()));
            }
            group.stream()
                    .flatMap(row ->
                            byName
                                    .getOrDefault(key(row.partner().institution()), List.of())
                                    .stream())
                    .forEach(candidates::add);
            group.stream()
                    .flatMap(row -> row.before().stream())
                    .map(byId::get)
                    .filter(Objects::nonNull)
                    .forEach(candidates::add);
            new Pairing(listed, context, group, candidates).answer(answers);
        }
        return rows.stream().map(row -> Objects.requireNonNull(answers.get(row.id()))).toList();
    }

    /// Agreements that people entered with a partner nobody recognised, by its name.
    private Map<String, List<Agreement>> unrecognised(List<ListRow> rows) {
        Map<String, List<Agreement>> byName = new HashMap<>();
        Set<String> names =
                rows.stream().map(row -> row.partner().institution()).collect(Collectors.toSet());
        for (Agreement one : agreements.ofNames(names)) {
            one.content().parties().stream()
                    .filter(party -> party.organization() == null)
                    .map(party -> key(party.written()))
                    .distinct()
                    .forEach(name ->
                            byName.computeIfAbsent(name, any -> new ArrayList<>()).add(one));
        }
        return byName;
    }

    private static String key(String name) {
        return TextFolding.key(name);
    }

    private static String partner(ListRow row) {
        UUID organization = row.organization();
        return organization != null
                ? organization.toString()
                : TextFolding.key(row.partner().institution()) + '|' + row.partner().country();
    }

    private void present(
            List<ListRow> rows, Map<UUID, Agreement> byId, Map<UUID, List<Agreement>> byPartner) {
        Set<UUID> organizations =
                rows.stream()
                        .map(ListRow::organization)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Set<UUID> before =
                rows.stream().flatMap(row -> row.before().stream()).collect(Collectors.toSet());
        agreements.ofPartners(organizations).forEach(one -> byId.put(one.id(), one));
        before.removeAll(byId.keySet());
        agreements.findAll(before).forEach(one -> byId.put(one.id(), one));
        byId.values()
                .forEach(one ->
                        one.content().parties().stream()
                                .map(party -> party.organization())
                                .filter(Objects::nonNull)
                                .distinct()
                                .forEach(id ->
                                        byPartner
                                                .computeIfAbsent(id, any -> new ArrayList<>())
                                                .add(one)));
    }

    /// The rows about one partner against the agreements with it: each agreement is given to one
    /// row, first where a row says nothing new, then where it fits best.
    private final class Pairing {
        private final ListedAgreement listed;
        private final ListContext context;
        private final List<ListRow> open;
        private final List<Agreement> free;
        private final Set<AgreementContent> said = new HashSet<>();
        private final Map<UUID, AgreementContent> alone = new HashMap<>();

        Pairing(
                ListedAgreement listed,
                ListContext context,
                List<ListRow> rows,
                Collection<Agreement> candidates) {
            this.listed = listed;
            this.context = context;
            this.open = new ArrayList<>(rows);
            this.free = new ArrayList<>(candidates);
        }

        void answer(Map<UUID, Comparison> answers) {
            open.removeIf(row -> {
                AgreementContent fresh = listed.fresh(row);
                alone.put(row.id(), fresh);
                if (said.add(fresh)) {
                    return false;
                }
                answers.put(row.id(), Comparison.duplicate());
                return true;
            });
            if (!free.isEmpty()) {
                open.removeIf(row -> same(row, answers));
                settleBest(answers);
            }
            for (ListRow row : open) {
                boolean allowed = agreements.mayEdit(fresh(row));
                answers.put(
                        row.id(),
                        allowed
                                ? Comparison.isNew()
                                : Comparison.refused("agreement.refused.needsYourUnit"));
            }
        }

        private AgreementContent fresh(ListRow row) {
            return Objects.requireNonNull(alone.get(row.id()));
        }

        private int fit(ListRow row, Agreement one) {
            boolean earlier = context.earlier().contains(one.id());
            return ListedAgreement.fit(one.content(), fresh(row), earlier);
        }

        private boolean same(ListRow row, Map<UUID, Comparison> answers) {
            for (Agreement one : free) {
                if (fit(row, one) >= LEAST_FIT
                        && listed.onto(one.content(), row).equals(one.content())) {
                    answers.put(row.id(), Comparison.same(one.id()));
                    free.remove(one);
                    return true;
                }
            }
            return false;
        }

        private record Pair(ListRow row, Agreement agreement, int fit) {}

        private void settleBest(Map<UUID, Comparison> answers) {
            List<Pair> pairs = new ArrayList<>();
            for (ListRow row : open) {
                for (Agreement one : free) {
                    int fit = fit(row, one);
                    if (fit >= LEAST_FIT) {
                        pairs.add(new Pair(row, one, fit));
                    }
                }
            }
            pairs.sort(Comparator.comparingInt(Pair::fit).reversed());
            for (Pair pair : pairs) {
                if (open.contains(pair.row()) && free.remove(pair.agreement())) {
                    open.remove(pair.row());
                    answers.put(pair.row().id(), changed(pair.agreement(), pair.row()));
                }
            }
        }

        private Comparison changed(Agreement agreement, ListRow row) {
            AgreementContent after = listed.onto(agreement.content(), row);
            if (!agreements.mayEdit(agreement.content())) {
                return Comparison.refused("agreement.refused.notYourUnit");
            }
            var changes = new FieldChanges(kinds, units).between(agreement.content(), after);
            return changes.isEmpty()
                    ? Comparison.same(agreement.id())
                    : Comparison.changed(agreement.id(), changes);
        }
    }

    @Override
    public List<Stored> apply(ListContext context, List<Taken> rows) {
        var listed = new ListedAgreement(kinds, context);
        List<UUID> subjects = rows.stream().map(Taken::subject).filter(Objects::nonNull).toList();
        Map<UUID, Agreement> present = byId(subjects);
        List<AgreementContent> fresh = new ArrayList<>();
        List<Agreement> changed = new ArrayList<>();
        for (Taken taken : rows) {
            UUID subject = taken.subject();
            if (subject == null) {
                fresh.add(listed.fresh(taken.row()));
                continue;
            }
            Agreement before = present.get(subject);
            if (before == null) {
                throw KakehashiException.changedMeanwhile();
            }
            changed.add(with(before, listed.onto(before.content(), taken.row())));
        }
        var created = agreements.createAll(fresh, context.reason()).iterator();
        agreements.changeAll(changed, context.reason());
        return rows.stream()
                .map(taken -> {
                    UUID subject = taken.subject();
                    return subject == null
                            ? new Stored(created.next(), true, null, 0)
                            : stored(Objects.requireNonNull(present.get(subject)));
                })
                .toList();
    }

    private Map<UUID, Agreement> byId(Collection<UUID> ids) {
        Map<UUID, Agreement> found = new HashMap<>();
        agreements.findAll(ids).forEach(one -> found.put(one.id(), one));
        return found;
    }

    private static Agreement with(Agreement before, AgreementContent content) {
        return new Agreement(before.id(), before.number(), before.version(), content);
    }

    private static Stored stored(Agreement before) {
        return new Stored(
                before.id(),
                false,
                JSON.writeValueAsString(before.content()),
                before.version() + 1);
    }

    @Override
    public boolean closes() {
        return true;
    }

    @Override
    public List<Stored> close(ListContext context, List<UUID> subjects) {
        LocalDate day = context.asOf().lastDay();
        DateText on = DateText.day(day == null ? LocalDate.now(clock) : day, "");
        var ending =
                new Ending(
                        on,
                        Reason.NOT_RENEWED,
                        new Bilingual(
                                note(Locale.JAPANESE, context), note(Locale.ENGLISH, context)));
        List<Agreement> before =
                byId(subjects).values().stream()
                        .filter(one -> one.content().ending() == null)
                        .toList();
        agreements.changeAll(
                before.stream().map(one -> with(one, one.content().withEnding(ending))).toList(),
                context.reason());
        return before.stream().map(AgreementLists::stored).toList();
    }

    private static String note(Locale language, ListContext context) {
        return Messages.text(language, "intake.close.note", Map.of("list", context.reason()));
    }

    @Override
    public void undo(List<Deed> deeds, String reason) {
        Map<UUID, Agreement> present = byId(deeds.stream().map(Deed::subject).toList());
        long changedSince =
                deeds.stream()
                        .filter(deed -> {
                            Agreement now = present.get(deed.subject());
                            return now == null || now.version() != deed.version();
                        })
                        .count();
        if (changedSince > 0) {
            throw new KakehashiException(
                    KakehashiException.Kind.CONFLICT,
                    "intake.undo.changedSince",
                    Map.of("n", changedSince));
        }
        List<Agreement> restored = new ArrayList<>();
        for (Deed deed : deeds) {
            String before = deed.before();
            if (before != null) {
                Agreement now = Objects.requireNonNull(present.get(deed.subject()));
                restored.add(with(now, JSON.readValue(before, AgreementContent.class)));
            }
        }
        agreements.changeAll(restored, reason);
        agreements.removeAll(
                deeds.stream().filter(Deed::created).map(Deed::subject).toList(), reason);
    }

    @Override
    public Map<UUID, Subject> subjects(Collection<UUID> ids) {
        Map<UUID, Subject> found = new HashMap<>();
        for (Agreement one : agreements.findAll(ids)) {
            String partner =
                    one.content().parties().stream()
                            .map(party -> party.written())
                            .filter(name -> !name.isBlank())
                            .collect(Collectors.joining(", "));
            String label = partner.isEmpty() ? one.number() : one.number() + " " + partner;
            found.put(one.id(), new Subject(one.id(), label, "/agreements/" + one.id()));
        }
        return found;
    }
}
