package org.kakehashi.proposal;

import static org.kakehashi.schema.proposal.Tables.PROPOSALS;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Organizations;
import org.kakehashi.proposal.internal.ProposalStore;
import org.kakehashi.review.ReviewCases;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of proposals. Whoever signs in reads what was submitted; drafts are read by who made
/// them, their units and the office. The office changes all, members those of their own units.
@Service
public class Proposals {
    static final String EDIT = "proposal.edit";
    private static final String READ = "proposal.read";

    private final ProposalStore store;
    private final Checks checks;
    private final Organizations organizations;
    private final ReviewCases reviews;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Proposals(
            ProposalStore store,
            Checks checks,
            Organizations organizations,
            ReviewCases reviews,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.checks = checks;
        this.organizations = organizations;
        this.reviews = reviews;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public Proposal get(UUID id) {
        return store.find(visible().and(PROPOSALS.ID.eq(id)))
                .orElseThrow(KakehashiException::notFound);
    }

    /// Those of the proposals that exist and that the person acting may read.
    public List<Proposal> findAll(Collection<UUID> ids) {
        return store.list(
                visible().and(PROPOSALS.ID.eq(DSL.any(ids.toArray(UUID[]::new)))), 0, ids.size());
    }

    public int count(ProposalFilter filter) {
        return store.count(visible().and(filter.condition()));
    }

    /// A page of the register; what moved last comes first.
    public List<Proposal> list(ProposalFilter filter, long offset, int limit) {
        return store.list(visible().and(filter.condition()), offset, limit);
    }

    /// Proposals of these partners that are not over, as far as the person acting may read them.
    public List<Proposal> open(Collection<UUID> partners) {
        return partners.isEmpty()
                ? List.of()
                : store.list(visible().and(ProposalStore.open(partners)), 0, 50);
    }

    /// Proposals that became this agreement or one of these partners' agreements are found here
    /// too.
    public List<Proposal> ofAgreement(UUID agreement) {
        return store.list(visible().and(PROPOSALS.AGREEMENT_ID.eq(agreement)), 0, 10);
    }

    /// Which the person acting may read.
    Condition visible() {
        if (!access.may(READ)) {
            return DSL.falseCondition();
        }
        return PROPOSALS.STATE.ne("draft").or(changeable());
    }

    Condition changeable() {
        Condition ofUnits =
                access.may(EDIT)
                        ? access.scope(EDIT, PROPOSALS.UNIT_IDS, null)
                        : DSL.falseCondition();
        UUID me = CurrentUser.get().id();
        return me == null ? ofUnits : ofUnits.or(PROPOSALS.CREATED_BY.eq(me));
    }

    public boolean mayCreate() {
        return access.may(EDIT);
    }

    /// Does it belong to the person acting, so that they change it as far as its state lets them?
    public boolean mayEdit(Proposal proposal) {
        UUID me = CurrentUser.get().id();
        return access.may(EDIT)
                && (me != null && me.equals(proposal.createdBy())
                        || access.may(EDIT, proposal.content().aim().units()));
    }

    @Transactional
    public UUID create(ProposalContent content) {
        access.require(EDIT);
        requireKnown(content);
        OffsetDateTime now = OffsetDateTime.now(clock);
        UUID id =
                store.insert(
                        content,
                        CurrentUser.get().id(),
                        now,
                        FiscalYear.of(now.toLocalDate()).year());
        audit.record("proposal.created", ProposalSubject.KIND, id, Map.of());
        return id;
    }

    /// Keeps what was typed, complete or not.
    @Transactional
    public void save(UUID id, int version, ProposalContent content) {
        Proposal proposal = requireEditable(id);
        if (!proposal.state().open()) {
            throw KakehashiException.invalid("proposal.refused.closed", Map.of());
        }
        requireKnown(content);
        store.update(id, version, content);
        audit.record("proposal.changed", ProposalSubject.KIND, id, Map.of());
        reviews.subjectChanged(ProposalSubject.KIND, id);
    }

    /// Puts it to review by this process. A mandatory rule that fails refuses it, by name.
    @Transactional
    public UUID submit(UUID id, UUID process, boolean fast, @Nullable String comment) {
        Proposal proposal = requireEditable(id);
        if (proposal.state() != Proposal.State.DRAFT) {
            throw KakehashiException.invalid("proposal.refused.closed", Map.of());
        }
        checks.requireSubmittable(proposal);
        return reviews.propose(ProposalSubject.KIND, id, process, fast, comment);
    }

    /// Takes it back for good; it is kept with the reason.
    @Transactional
    public void withdraw(UUID id, String reason) {
        Proposal proposal = requireEditable(id);
        if (proposal.state().over()) {
            throw KakehashiException.invalid("proposal.refused.closed", Map.of());
        }
        if (reason.isBlank() || reason.length() > 2_000) {
            throw KakehashiException.invalid("proposal.withdraw.reasonNeeded", Map.of());
        }
        store.ended(id, reason.strip());
        store.move(id, Proposal.State.WITHDRAWN, OffsetDateTime.now(clock));
        reviews.subjectWithdrawn(ProposalSubject.KIND, id, reason.strip());
        audit.record(
                "proposal.withdrawn", ProposalSubject.KIND, id, Map.of("reason", reason.strip()));
    }

    /// Those the person acting must go on with: own drafts, returned ones, approved ones that wait
    /// for signatures.
    List<Proposal> waiting(int limit) {
        UUID me = CurrentUser.get().id();
        if (me == null || !access.may(EDIT)) {
            return List.of();
        }
        return store.list(
                visible()
                        .and(
                                PROPOSALS
                                        .STATE
                                        .in("draft", "returned")
                                        .and(PROPOSALS.CREATED_BY.eq(me))
                                        .or(PROPOSALS.STATE.eq("approved").and(changeable()))),
                0,
                limit);
    }

    /// The proposal, for who may change it as far as its state lets them.
    public Proposal requireEditable(UUID id) {
        Proposal proposal = get(id);
        if (!mayEdit(proposal)) {
            throw new KakehashiException(
                    KakehashiException.Kind.FORBIDDEN, "proposal.refused.notYours", Map.of());
        }
        return proposal;
    }

    private void requireKnown(ProposalContent content) {
        UUID partner = content.partner().organization();
        if (partner != null) {
            organizations.get(partner);
        }
    }
}
