package org.kakehashi.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Audit;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Ending;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.internal.PeopleReader;
import org.kakehashi.proposal.internal.ProposalStore;
import org.kakehashi.review.Notice;
import org.kakehashi.review.Notices;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of signatures: who signs in which order, where, when each signed. When the proposal is
/// approved and the last of both sides has signed, the agreement comes into force on that day and
/// is recorded; everybody concerned is told.
@Service
public class Signings {
    private static final int MOST = 20;

    private final ProposalStore store;
    private final Proposals proposals;
    private final Checks checks;
    private final Agreements agreements;
    private final Notices notices;
    private final PeopleReader people;
    private final Users users;
    private final Audit audit;
    private final Clock clock;

    Signings(
            ProposalStore store,
            Proposals proposals,
            Checks checks,
            Agreements agreements,
            Notices notices,
            PeopleReader people,
            Users users,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.proposals = proposals;
        this.checks = checks;
        this.agreements = agreements;
        this.notices = notices;
        this.people = people;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /// In their order.
    public List<Signing> of(UUID proposal) {
        proposals.get(proposal);
        return store.signings(proposal);
    }

    /// May signatures be planned and recorded now?
    public boolean mayRecord(Proposal proposal) {
        return (proposal.state() == Proposal.State.APPROVED
                        || proposal.state() == Proposal.State.SUBMITTED)
                && proposals.mayEdit(proposal);
    }

    /// Keeps who signs and who has signed. What is recorded stays also where something still
    /// hinders that it comes into force.
    @Transactional
    public void save(UUID id, int version, List<Signing> all) {
        Proposal proposal = proposals.requireEditable(id);
        if (!mayRecord(proposal)) {
            throw KakehashiException.invalid("proposal.signing.problem.state", Map.of());
        }
        if (all.size() > MOST) {
            throw KakehashiException.invalid("proposal.signing.problem.many", Map.of("n", MOST));
        }
        LocalDate today = LocalDate.now(clock);
        if (all.stream().map(Signing::on).anyMatch(on -> on != null && on.isAfter(today))) {
            throw KakehashiException.invalid("proposal.signing.problem.future", Map.of());
        }
        store.lock(id, version);
        store.saveSignings(id, all);
        audit.record(
                "proposal.signaturesRecorded",
                ProposalSubject.KIND,
                id,
                Map.of("signed", all.stream().filter(one -> one.on() != null).count()));
        force(proposals.get(id));
    }

    /// A step of the review that signs is the signature of our side; a day already stated stays.
    @Transactional
    public void homeSigned(UUID id, Bilingual step, @Nullable UUID actor, LocalDate day) {
        List<Signing> all = new ArrayList<>(store.signings(id));
        String who =
                actor == null
                        ? null
                        : users.name(actor).map(name -> name.in(Locale.JAPANESE)).orElse(null);
        for (int i = 0; i < all.size(); i++) {
            Signing one = all.get(i);
            if (one.side() == Signing.Side.HOME && one.on() == null) {
                all.set(
                        i,
                        new Signing(
                                one.side(),
                                one.role(),
                                one.who() == null ? who : one.who(),
                                one.place(),
                                one.ceremony(),
                                day));
                store.saveSignings(id, all);
                return;
            }
        }
        if (all.stream().noneMatch(one -> one.side() == Signing.Side.HOME)) {
            all.addFirst(
                    new Signing(Signing.Side.HOME, step.in(Locale.JAPANESE), who, null, null, day));
            store.saveSignings(id, all);
        }
    }

    /// It was approved: in force at once where both sides have signed already.
    @Transactional
    public void comeIntoForce(UUID id) {
        force(proposals.get(id));
    }

    /// What still hinders that it comes into force: open or failed rules that bind.
    public List<RuleFinding> hindrances(Proposal proposal) {
        return checks.of(proposal).stream().filter(RuleFinding::hindersForce).toList();
    }

    /// The later of the last signatures of both sides, once nobody is missing.
    static Optional<LocalDate> lastSignature(List<Signing> all) {
        for (Signing.Side side : Signing.Side.values()) {
            if (all.stream().noneMatch(one -> one.side() == side)) {
                return Optional.empty();
            }
        }
        return all.stream().anyMatch(one -> one.on() == null)
                ? Optional.empty()
                : all.stream().map(Signing::on).filter(Objects::nonNull).max(LocalDate::compareTo);
    }

    private void force(Proposal proposal) {
        List<Signing> all = store.signings(proposal.id());
        LocalDate last = lastSignature(all).orElse(null);
        if (proposal.state() != Proposal.State.APPROVED
                || last == null
                || !hindrances(proposal).isEmpty()) {
            return;
        }
        LocalDate wished = proposal.content().conditions().start();
        LocalDate from = wished != null && wished.isAfter(last) ? wished : last;
        UUID agreement = agreements.create(BecomesAgreement.content(proposal, all, from));
        store.effective(proposal.id(), agreement, from, OffsetDateTime.now(clock));
        endReplaced(proposal, from);
        tell(proposal, agreement, from);
        audit.record(
                "proposal.signed",
                ProposalSubject.KIND,
                proposal.id(),
                Map.of("agreement", agreement, "effective", from.toString()));
    }

    private void endReplaced(Proposal proposal, LocalDate from) {
        UUID replaced = proposal.content().beside().replaces();
        Agreement old = replaced == null ? null : agreements.find(replaced).orElse(null);
        if (old == null || old.content().ending() != null) {
            return;
        }
        LocalDate last = from.minusDays(1);
        agreements.end(
                old.id(),
                old.version(),
                new Ending(
                        DateText.day(last, last.toString()),
                        Ending.Reason.REPLACED,
                        new Bilingual(proposal.number(), proposal.number())));
    }

    private void tell(Proposal proposal, UUID agreement, LocalDate from) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Agreement made = agreements.get(agreement);
        notices.tell(
                people
                        .concerned(
                                proposal.content().aim().units(),
                                proposal.createdBy(),
                                now.toLocalDate())
                        .stream()
                        .map(user ->
                                new Notice(
                                        user,
                                        "proposal:signed:" + proposal.id(),
                                        Notice.Kind.INFORMED,
                                        checks.title(proposal),
                                        words("proposal.notice.signed"),
                                        made.number(),
                                        from,
                                        "/agreements/" + agreement,
                                        now,
                                        false))
                        .toList());
    }

    private static Bilingual words(String key) {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, key), Messages.text(Locale.ENGLISH, key));
    }
}
