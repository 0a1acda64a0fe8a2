package org.kakehashi.proposal.internal;

import static org.kakehashi.schema.proposal.Tables.COMMENTS;
import static org.kakehashi.schema.proposal.Tables.LINKS;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.kakehashi.proposal.PartnerLinks.Comment;
import org.kakehashi.proposal.PartnerLinks.Link;
import org.kakehashi.schema.proposal.tables.records.LinksRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes links to drafts and the comments made through them.
@Repository
public class PartnerLinkStore {
    private final DSLContext jooq;

    PartnerLinkStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<Link> of(UUID proposal) {
        return jooq.selectFrom(LINKS)
                .where(LINKS.PROPOSAL_ID.eq(proposal))
                .orderBy(LINKS.ID.desc())
                .fetch(PartnerLinkStore::link);
    }

    public Optional<Link> find(byte[] hash) {
        return jooq.selectFrom(LINKS)
                .where(LINKS.HASH.eq(hash))
                .fetchOptional(PartnerLinkStore::link);
    }

    private static Link link(LinksRecord row) {
        return new Link(
                row.getId(),
                row.getProposalId(),
                row.getDocumentId(),
                row.getRecipient(),
                row.getMadeAt(),
                row.getMadeBy(),
                row.getExpiresAt(),
                row.getRevokedAt(),
                row.getReadAt());
    }

    public void insert(Link link, byte[] hash) {
        jooq.insertInto(LINKS)
                .set(LINKS.PROPOSAL_ID, link.proposal())
                .set(LINKS.DOCUMENT_ID, link.document())
                .set(LINKS.RECIPIENT, link.recipient())
                .set(LINKS.HASH, hash)
                .set(LINKS.MADE_AT, link.madeAt())
                .set(LINKS.MADE_BY, link.madeBy())
                .set(LINKS.EXPIRES_AT, link.expiresAt())
                .execute();
    }

    public int revoke(UUID proposal, UUID link, OffsetDateTime at) {
        return jooq.update(LINKS)
                .set(LINKS.REVOKED_AT, at)
                .where(LINKS.ID.eq(link))
                .and(LINKS.PROPOSAL_ID.eq(proposal))
                .and(LINKS.REVOKED_AT.isNull())
                .execute();
    }

    public void read(UUID link, OffsetDateTime at) {
        jooq.update(LINKS).set(LINKS.READ_AT, at).where(LINKS.ID.eq(link)).execute();
    }

    public void insert(Comment comment) {
        jooq.insertInto(COMMENTS)
                .set(COMMENTS.LINK_ID, comment.link())
                .set(COMMENTS.DOCUMENT_VERSION, comment.documentVersion())
                .set(COMMENTS.AUTHOR, comment.author())
                .set(COMMENTS.BODY, comment.body())
                .set(COMMENTS.MADE_AT, comment.at())
                .execute();
    }

    /// The latest first.
    public List<Comment> comments(UUID proposal) {
        return jooq.select(COMMENTS.asterisk())
                .from(COMMENTS)
                .join(LINKS)
                .on(LINKS.ID.eq(COMMENTS.LINK_ID))
                .where(LINKS.PROPOSAL_ID.eq(proposal))
                .orderBy(COMMENTS.MADE_AT.desc(), COMMENTS.ID.desc())
                .limit(500)
                .fetch(PartnerLinkStore::comment);
    }

    public List<Comment> commentsOf(UUID link) {
        return jooq.select(COMMENTS.asterisk())
                .from(COMMENTS)
                .where(COMMENTS.LINK_ID.eq(link))
                .orderBy(COMMENTS.MADE_AT.desc(), COMMENTS.ID.desc())
                .limit(500)
                .fetch(PartnerLinkStore::comment);
    }

    private static Comment comment(Record row) {
        return new Comment(
                row.get(COMMENTS.LINK_ID),
                row.get(COMMENTS.DOCUMENT_VERSION),
                row.get(COMMENTS.AUTHOR),
                row.get(COMMENTS.BODY),
                row.get(COMMENTS.MADE_AT));
    }
}
