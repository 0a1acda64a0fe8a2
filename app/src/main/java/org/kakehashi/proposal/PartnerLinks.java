package org.kakehashi.proposal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Audit;
import org.kakehashi.access.RateLimits;
import org.kakehashi.document.Document;
import org.kakehashi.document.Documents;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Digests;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.internal.PartnerLinkStore;
import org.kakehashi.review.Notice;
import org.kakehashi.review.Notices;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of links by which a partner's contact reads a draft and comments on it without an
/// account. Only the hash of the secret is kept; a link ends by itself, can be revoked, and shows
/// one document and what was said through it, nothing else.
@Service
public class PartnerLinks {
    private static final int SECRET_BYTES = 32;
    private static final int MOST_DAYS = 180;
    private static final int MOST_LINKS = 30;
    private static final int COMMENTS_AN_HOUR = 30;
    private static final int TRIES_A_MINUTE = 120;

    /// @param recipient whom it was given to
    public record Link(
            UUID id,
            UUID proposal,
            UUID document,
            String recipient,
            OffsetDateTime madeAt,
            @Nullable UUID madeBy,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime revokedAt,
            @Nullable OffsetDateTime readAt) {
        public boolean open(OffsetDateTime now) {
            return revokedAt == null && expiresAt.isAfter(now);
        }
    }

    public record Comment(
            UUID link, int documentVersion, String author, String body, OffsetDateTime at) {}

    /// What a link shows.
    public record Shown(Link link, Bilingual title, Document document, List<Comment> comments) {}

    private final PartnerLinkStore store;
    private final Proposals proposals;
    private final Checks checks;
    private final Documents documents;
    private final Notices notices;
    private final RateLimits limits;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PartnerLinks(
            PartnerLinkStore store,
            Proposals proposals,
            Checks checks,
            Documents documents,
            Notices notices,
            RateLimits limits,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.proposals = proposals;
        this.checks = checks;
        this.documents = documents;
        this.notices = notices;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /// The newest first.
    public List<Link> of(UUID proposal) {
        proposals.get(proposal);
        return store.of(proposal);
    }

    /// What partners said, the latest first.
    public List<Comment> comments(UUID proposal) {
        proposals.get(proposal);
        return store.comments(proposal);
    }

    /// Makes a link and answers its secret, which can never be read again.
    @Transactional
    public String make(UUID proposal, UUID document, String recipient, int days) {
        Proposal one = proposals.requireEditable(proposal);
        Document shown = documents.get(document);
        if (!shown.ownerKind().equals(ProposalSubject.KIND)
                || !shown.ownerId().equals(proposal)
                || shown.details().restricted()) {
            throw KakehashiException.invalid("proposal.link.problem.document", Map.of());
        }
        if (recipient.isBlank() || recipient.length() > 300 || days < 1 || days > MOST_DAYS) {
            throw KakehashiException.invalid("proposal.link.problem.words", Map.of("n", MOST_DAYS));
        }
        if (one.state().over() || store.of(proposal).size() >= MOST_LINKS) {
            throw KakehashiException.invalid("proposal.link.problem.many", Map.of("n", MOST_LINKS));
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        OffsetDateTime now = OffsetDateTime.now(clock);
        store.insert(
                new Link(
                        new UUID(0, 0),
                        proposal,
                        document,
                        recipient.strip(),
                        now,
                        CurrentUser.get().id(),
                        now.plusDays(days),
                        null,
                        null),
                hash(secret));
        audit.record("proposal.linkMade", ProposalSubject.KIND, proposal, Map.of("days", days));
        return secret;
    }

    @Transactional
    public void revoke(UUID proposal, UUID link) {
        proposals.requireEditable(proposal);
        if (store.revoke(proposal, link, OffsetDateTime.now(clock)) == 0) {
            throw KakehashiException.notFound();
        }
        audit.record("proposal.linkRevoked", ProposalSubject.KIND, proposal, Map.of());
    }

    /// What a link shows to whoever has it; nothing where there is none (any more).
    @Transactional
    public Optional<Shown> open(String secret, String address) {
        if (!limits.take("proposal.link", address, TRIES_A_MINUTE, Duration.ofMinutes(1))) {
            throw new KakehashiException(
                    KakehashiException.Kind.TOO_MANY, "proposal.link.tooMany", Map.of());
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        Link link = store.find(hash(secret)).filter(one -> one.open(now)).orElse(null);
        if (link == null) {
            return Optional.empty();
        }
        return CurrentUser.SYSTEM.call(() -> shown(link, now));
    }

    private Optional<Shown> shown(Link link, OffsetDateTime now) {
        Proposal proposal = proposals.get(link.proposal());
        Document document = documents.get(link.document());
        if (proposal.state().over()
                || document.removal() != null
                || document.details().restricted()) {
            return Optional.empty();
        }
        if (link.readAt() == null) {
            audit.record("proposal.linkRead", ProposalSubject.KIND, proposal.id(), Map.of());
        }
        store.read(link.id(), now);
        return Optional.of(
                new Shown(link, checks.title(proposal), document, store.commentsOf(link.id())));
    }

    /// Keeps a comment and tells who made the proposal.
    @Transactional
    public void comment(String secret, String address, String author, String body) {
        Shown shown = open(secret, address).orElseThrow(KakehashiException::notFound);
        if (author.isBlank() || body.isBlank() || author.length() > 200 || body.length() > 4_000) {
            throw KakehashiException.invalid("proposal.link.problem.comment", Map.of());
        }
        if (!limits.take(
                "proposal.comment",
                shown.link().id().toString(),
                COMMENTS_AN_HOUR,
                Duration.ofHours(1))) {
            throw new KakehashiException(
                    KakehashiException.Kind.TOO_MANY, "proposal.link.tooMany", Map.of());
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        store.insert(
                new Comment(
                        shown.link().id(),
                        shown.document().latest(),
                        author.strip(),
                        body.strip(),
                        now));
        audit.record(
                "proposal.partnerCommented",
                ProposalSubject.KIND,
                shown.link().proposal(),
                Map.of("version", shown.document().latest()));
        tell(shown, now);
    }

    private void tell(Shown shown, OffsetDateTime now) {
        Proposal proposal = CurrentUser.SYSTEM.call(() -> proposals.get(shown.link().proposal()));
        UUID maker = proposal.createdBy();
        if (maker != null) {
            notices.tell(
                    List.of(
                            new Notice(
                                    maker,
                                    "proposal:comment:" + shown.link().id() + ":" + now,
                                    Notice.Kind.INFORMED,
                                    shown.title(),
                                    new Bilingual(
                                            Messages.text(
                                                    Locale.JAPANESE, "proposal.notice.comment"),
                                            Messages.text(
                                                    Locale.ENGLISH, "proposal.notice.comment")),
                                    proposal.number(),
                                    null,
                                    proposal.href() + "/text",
                                    now,
                                    false)));
        }
    }

    private static byte[] hash(String secret) {
        return Digests.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }
}
