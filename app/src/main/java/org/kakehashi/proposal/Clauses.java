package org.kakehashi.proposal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.internal.TextStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of the clause library. Everybody signed in reads it; a change makes the next edition.
@Service
public class Clauses {
    private static final int LONGEST = 6_000;

    private final TextStore store;
    private final Access access;
    private final Audit audit;

    Clauses(TextStore store, Access access, Audit audit) {
        this.store = store;
        this.access = access;
        this.audit = audit;
    }

    /// The newest edition of each, in order.
    public List<Clause> list() {
        access.require("proposal.read");
        return store.clauses();
    }

    /// Every edition of one, the newest first.
    public List<Clause> editions(String code) {
        access.require("proposal.read");
        List<Clause> all = store.editions(code);
        if (all.isEmpty()) {
            throw KakehashiException.notFound();
        }
        return all;
    }

    public boolean mayConfigure() {
        return access.may(Guidelines.CONFIGURE);
    }

    /// Keeps a clause as the next edition of its code.
    ///
    /// @param seen the edition its writer saw; 0: a new clause
    @Transactional
    public UUID save(Clause clause, int seen) {
        access.require(Guidelines.CONFIGURE);
        if (!clause.code().matches("[a-z][a-z0-9-]{1,40}")) {
            throw KakehashiException.invalid("proposal.clause.problem.code", Map.of());
        }
        if (clause.title().parity() != Bilingual.Parity.BOTH
                || clause.text().parity() != Bilingual.Parity.BOTH) {
            throw KakehashiException.invalid("proposal.clause.problem.text", Map.of());
        }
        if (clause.text().in(java.util.Locale.JAPANESE).length() > LONGEST
                || clause.text().in(java.util.Locale.ENGLISH).length() > LONGEST) {
            throw KakehashiException.invalid("proposal.clause.problem.long", Map.of("n", LONGEST));
        }
        UUID id = store.addEdition(clause, seen, CurrentUser.get().id());
        audit.record(
                "proposal.clauseChanged",
                "clause",
                id,
                Map.of("code", clause.code(), "edition", seen + 1));
        return id;
    }
}
