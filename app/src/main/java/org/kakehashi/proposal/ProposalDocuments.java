package org.kakehashi.proposal;

import static org.kakehashi.schema.proposal.Tables.PROPOSALS;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.document.TemplateValues;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.ui.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Proposals have documents: drafts of the text in their versions, letters, signed copies.
@Component
class ProposalDocuments implements DocumentOwner {
    private final ObjectProvider<Proposals> proposals;
    private final ObjectProvider<Checks> checks;
    private final ObjectProvider<DraftValues> values;

    ProposalDocuments(
            ObjectProvider<Proposals> proposals,
            ObjectProvider<Checks> checks,
            ObjectProvider<DraftValues> values) {
        this.proposals = proposals;
        this.checks = checks;
        this.values = values;
    }

    @Override
    public String kind() {
        return ProposalSubject.KIND;
    }

    @Override
    public Bilingual name() {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, "proposal.review.kind"),
                Messages.text(Locale.ENGLISH, "proposal.review.kind"));
    }

    @Override
    public Map<UUID, Owner> find(Collection<UUID> ids) {
        return proposals.getObject().findAll(ids).stream()
                .collect(
                        Collectors.toMap(
                                Proposal::id,
                                one ->
                                        new Owner(
                                                checks.getObject().title(one),
                                                one.href(),
                                                proposals.getObject().mayEdit(one))));
    }

    @Override
    public TemplateValues values(UUID id) {
        return values.getObject().of(proposals.getObject().get(id));
    }

    @Override
    public Condition visible(Field<UUID> id) {
        return among(id, proposals.getObject().visible());
    }

    @Override
    public Condition changeable(Field<UUID> id) {
        return among(id, proposals.getObject().changeable());
    }

    private static Condition among(Field<UUID> id, Condition wanted) {
        return id.in(DSL.select(PROPOSALS.ID).from(PROPOSALS).where(wanted));
    }
}
