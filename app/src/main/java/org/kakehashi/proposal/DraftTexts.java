package org.kakehashi.proposal;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.kakehashi.access.Audit;
import org.kakehashi.document.Document;
import org.kakehashi.document.DocumentTemplates;
import org.kakehashi.document.DocumentTexts;
import org.kakehashi.document.Documents;
import org.kakehashi.document.Incoming;
import org.kakehashi.document.TemplateFormat;
import org.kakehashi.document.TemplateValues;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.internal.TextStore;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of the text of a proposal: the clauses chosen, drafts made from templates in their
/// versions, two versions compared, and the log of the talks.
@Service
public class DraftTexts {
    private static final String DRAFT = "draft";
    private static final int MOST_CLAUSES = 60;

    private final TextStore store;
    private final Proposals proposals;
    private final DraftValues values;
    private final Documents documents;
    private final DocumentTemplates templates;
    private final DocumentTexts texts;
    private final Audit audit;
    private final Clock clock;

    DraftTexts(
            TextStore store,
            Proposals proposals,
            DraftValues values,
            Documents documents,
            DocumentTemplates templates,
            DocumentTexts texts,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.proposals = proposals;
        this.values = values;
        this.documents = documents;
        this.templates = templates;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /// The clauses chosen, in the editions chosen.
    public List<Clause> chosen(UUID proposal) {
        proposals.get(proposal);
        return store.chosen(proposal);
    }

    /// Chooses clauses in this order; those chosen before keep their edition.
    @Transactional
    public void choose(UUID proposal, List<UUID> clauses) {
        requireWritable(proposal);
        if (clauses.size() > MOST_CLAUSES) {
            throw KakehashiException.invalid(
                    "proposal.clause.problem.many", Map.of("n", MOST_CLAUSES));
        }
        if (clauses.stream().anyMatch(id -> store.clause(id).isEmpty())) {
            throw KakehashiException.notFound();
        }
        store.choose(proposal, clauses);
        audit.record(
                "proposal.clausesChosen",
                ProposalSubject.KIND,
                proposal,
                Map.of("count", clauses.size()));
    }

    /// The papers that are drafts of the text, newest first.
    public List<Document> drafts(UUID proposal) {
        return documents.of(ProposalSubject.KIND, proposal).stream()
                .filter(one -> one.details().kind().equals(DRAFT))
                .toList();
    }

    /// Fills a template with the proposal and its clauses. Drafts from one template in one format
    /// are the versions of one document.
    ///
    /// @throws KakehashiException naming the fields nobody knows
    public UUID make(UUID proposal, UUID template, TemplateFormat format) {
        Proposal one = requireWritable(proposal);
        byte[] filled = templates.fill(template, values(one), format);
        Document from = documents.get(template);
        String name = one.number() + "." + format.ending();
        Incoming file =
                new Incoming(
                        name,
                        format.mediaType(),
                        Text.t("proposal.draft.note", "n", from.latest()),
                        new ByteArrayInputStream(filled));
        Document before =
                store.draft(proposal, template, format.ending())
                        .flatMap(this::present)
                        .orElse(null);
        if (before != null) {
            documents.addVersion(before.id(), before.latest(), file);
            return before.id();
        }
        UUID made =
                documents.add(
                        ProposalSubject.KIND,
                        proposal,
                        new Document.Details(
                                DRAFT,
                                from.details().title(),
                                from.details().language(),
                                false,
                                "",
                                documents.today()),
                        file);
        store.keepDraft(proposal, template, format.ending(), made);
        return made;
    }

    private Optional<Document> present(UUID document) {
        try {
            return Optional.of(documents.get(document)).filter(one -> one.removal() == null);
        } catch (KakehashiException gone) {
            return Optional.empty();
        }
    }

    /// Fields of the proposal, and its clauses as the list `clauses` (`no`, `title`, `text`), with
    /// the fields they ask for put in.
    private TemplateValues values(Proposal proposal) {
        Map<String, String> fields = values.fields(proposal);
        List<Clause> chosen = store.chosen(proposal.id());
        TreeSet<String> missing = new TreeSet<>();
        List<Map<String, String>> clauses = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            Clause one = chosen.get(i);
            Map<String, String> entry = new HashMap<>();
            entry.put("no", Integer.toString(i + 1));
            String ja = ClauseFill.fill(one.text().in(java.util.Locale.JAPANESE), fields, missing);
            String en = ClauseFill.fill(one.text().in(java.util.Locale.ENGLISH), fields, missing);
            entry.put("title_ja", one.title().in(java.util.Locale.JAPANESE));
            entry.put("title_en", one.title().in(java.util.Locale.ENGLISH));
            entry.put("title", Text.t(one.title()));
            entry.put("text_ja", ja);
            entry.put("text_en", en);
            entry.put("text", Text.japanese() ? ja : en);
            clauses.add(entry);
        }
        if (!missing.isEmpty()) {
            throw KakehashiException.invalid(
                    "proposal.draft.missing", Map.of("fields", String.join(", ", missing)));
        }
        return new TemplateValues(fields, Map.of("clauses", clauses));
    }

    /// How the text of one version differs from another's.
    public TextComparison compare(UUID proposal, UUID document, int from, int to) {
        Document one =
                drafts(proposal).stream()
                        .filter(each -> each.id().equals(document))
                        .findFirst()
                        .orElseThrow(KakehashiException::notFound);
        return TextComparison.of(texts.paragraphs(one, from), texts.paragraphs(one, to));
    }

    /// The latest first.
    public List<Talk> talks(UUID proposal) {
        proposals.get(proposal);
        return store.talks(proposal);
    }

    @Transactional
    public void addTalk(UUID proposal, LocalDate on, String who, String what) {
        proposals.requireEditable(proposal);
        if (who.isBlank() || what.isBlank() || who.length() > 300 || what.length() > 8_000) {
            throw KakehashiException.invalid("proposal.talk.problem.words", Map.of());
        }
        if (on.isAfter(LocalDate.now(clock))) {
            throw KakehashiException.invalid("proposal.talk.problem.future", Map.of());
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        store.addTalk(
                proposal,
                new Talk(
                        new UUID(0, 0),
                        on,
                        who.strip(),
                        what.strip(),
                        CurrentUser.get().id(),
                        now));
        audit.record("proposal.talkRecorded", ProposalSubject.KIND, proposal, Map.of());
    }

    private Proposal requireWritable(UUID id) {
        Proposal proposal = proposals.requireEditable(id);
        if (proposal.state().over()) {
            throw KakehashiException.invalid("proposal.refused.closed", Map.of());
        }
        return proposal;
    }
}
