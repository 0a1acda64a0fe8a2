package org.kakehashi.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Audit;
import org.kakehashi.intake.internal.Matching;
import org.kakehashi.intake.internal.RowStore;
import org.kakehashi.intake.internal.SpellingStore;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.LocalOrganization;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.Recognition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The queue of institutions of an import: each spelling decided once, for all its rows. Where the
/// person may, the decision becomes an alias that settles every later list.
@Service
public class Institutions {
    private static final int SOME = 50;

    private final Imports imports;
    private final SpellingStore spellings;
    private final RowStore rows;
    private final Matching matching;
    private final Recognition recognition;
    private final Organizations organizations;
    private final Audit audit;
    private final Clock clock;

    Institutions(
            Imports imports,
            SpellingStore spellings,
            RowStore rows,
            Matching matching,
            Recognition recognition,
            Organizations organizations,
            Audit audit,
            Clock clock) {
        this.imports = imports;
        this.spellings = spellings;
        this.rows = rows;
        this.matching = matching;
        this.recognition = recognition;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Spelling> page(Import one, boolean openOnly, int offset, int limit) {
        return spellings.page(one.id(), openOnly, offset, limit);
    }

    @Transactional(readOnly = true)
    public int count(Import one, boolean openOnly) {
        return spellings.count(one.id(), openOnly);
    }

    @Transactional(readOnly = true)
    public Optional<Spelling> find(Import one, UUID id) {
        return spellings.find(one.id(), id);
    }

    @Transactional(readOnly = true)
    public Optional<Spelling> nextOpen(Import one, int position) {
        return spellings.nextOpen(one.id(), position);
    }

    @Transactional(readOnly = true)
    public Optional<Spelling> neighbour(
            Import one, Spelling from, boolean forward, boolean openOnly) {
        return spellings.neighbour(one.id(), from.position(), forward, openOnly);
    }

    /// Some rows that write it so.
    @Transactional(readOnly = true)
    public List<RowView> rows(Import one, Spelling spelling, int limit) {
        return rows.ofSpelling(one.id(), spelling.id(), limit);
    }

    /// Whether decisions become aliases, or hold for this import only.
    public boolean remembers() {
        return recognition.mayDecide();
    }

    /// How many decisions of this import became aliases.
    @Transactional(readOnly = true)
    public int remembered(Import one) {
        return spellings.remembered(one.id()).size();
    }

    /// Takes the decisions back that were made in an import which was undone, with the aliases they
    /// made.
    @Transactional
    public void forget(UUID importId) {
        Import one = imports.get(importId);
        if (one.state() != Import.State.UNDONE || !recognition.mayDecide()) {
            return;
        }
        for (Spelling spelling : spellings.remembered(importId)) {
            recognition.forget(spelling.text(), spelling.country());
            spellings.decide(spelling.id(), null, null, false, OffsetDateTime.now(clock));
        }
        audit.record("intake.forgotten", "import", importId, Map.of("file", one.fileName()));
    }

    /// It is this institution.
    @Transactional
    public void choose(UUID importId, UUID spellingId, UUID organization) {
        Spelling spelling = open(importId, spellingId);
        organizations.get(organization);
        boolean remember = recognition.mayDecide();
        if (remember) {
            recognition.confirm(spelling.text(), spelling.country(), organization);
        }
        decide(importId, spelling, "organization", organization, remember);
    }

    /// It is none that we know.
    @Transactional
    public void none(UUID importId, UUID spellingId) {
        Spelling spelling = open(importId, spellingId);
        boolean remember = recognition.mayDecide();
        if (remember) {
            recognition.confirmNone(spelling.text(), spelling.country());
        }
        decide(importId, spelling, "none", null, remember);
    }

    /// Somebody will decide later; the rows are stored as written.
    @Transactional
    public void later(UUID importId, UUID spellingId) {
        decide(importId, open(importId, spellingId), "later", null, false);
    }

    /// Enters it as an organization of our own.
    @Transactional
    public void create(UUID importId, UUID spellingId, Bilingual name, @Nullable String country) {
        open(importId, spellingId);
        var entered =
                organizations.createLocal(
                        LocalOrganization.of(name, country == null ? null : new Country(country)));
        choose(importId, spellingId, entered.id());
    }

    /// Takes the person's last decision in this import back; answers which.
    @Transactional
    public Optional<Spelling> undoLast(UUID importId) {
        imports.changeable(importId);
        Optional<Spelling> last = spellings.lastDecided(importId);
        last.ifPresent(spelling -> reopen(importId, spelling));
        return last;
    }

    /// Takes a decision back.
    @Transactional
    public void undo(UUID importId, UUID spellingId) {
        reopen(importId, open(importId, spellingId));
    }

    private void reopen(UUID importId, Spelling spelling) {
        if (spelling.remembered() && recognition.mayDecide()) {
            recognition.forget(spelling.text(), spelling.country());
        }
        UUID certain = certain(importId, spelling);
        decide(importId, spelling, null, certain, false);
    }

    /// What the machine was certain of when it read the list, or says now if it relied on a person.
    private @Nullable UUID certain(UUID importId, Spelling spelling) {
        if (!spelling.certainty().equals("certain") || spelling.candidates().isEmpty()) {
            return null;
        }
        var believed = spelling.candidates().getFirst();
        return believed.decided()
                ? matching.certain(spelling, rows.ofSpelling(importId, spelling.id(), SOME))
                : believed.id();
    }

    private Spelling open(UUID importId, UUID spellingId) {
        imports.changeable(importId);
        return spellings.find(importId, spellingId).orElseThrow(KakehashiException::notFound);
    }

    private void decide(
            UUID importId,
            Spelling spelling,
            @Nullable String decision,
            @Nullable UUID organization,
            boolean remembered) {
        spellings.decide(
                spelling.id(), decision, organization, remembered, OffsetDateTime.now(clock));
        rows.settle(importId, spelling.id());
        imports.outdate(importId);
        Map<String, Object> detail = new HashMap<>();
        detail.put("text", spelling.text());
        detail.put("decision", decision == null ? "open" : decision);
        detail.put("organization", organization == null ? "" : organization.toString());
        audit.record("intake.decided", "import", importId, detail);
    }
}
