package org.kakehashi.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.access.Audit;
import org.kakehashi.document.internal.DocumentReader;
import org.kakehashi.document.internal.PairStore;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The same text in Japanese and in English. When one side gets a newer version, the pair is out of
/// step until somebody says that both mean the same again.
@Service
public class DocumentPairs {
    private final Documents documents;
    private final DocumentReader reader;
    private final PairStore store;
    private final Audit audit;

    DocumentPairs(Documents documents, DocumentReader reader, PairStore store, Audit audit) {
        this.documents = documents;
        this.reader = reader;
        this.store = store;
        this.audit = audit;
    }

    /// The pair a document is in, if the person acting may see both.
    @Transactional(readOnly = true)
    public Optional<DocumentPair> of(UUID document) {
        return store.find(document)
                .flatMap(row -> {
                    List<Document> both = reader.find(List.of(row.getJaId(), row.getEnId()));
                    Optional<Document> ja = one(both, row.getJaId());
                    Optional<Document> en = one(both, row.getEnId());
                    return ja.isEmpty() || en.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new DocumentPair(
                                            row.getId(),
                                            ja.get(),
                                            en.get(),
                                            row.getJaVersion(),
                                            row.getEnVersion(),
                                            row.getVersion()));
                });
    }

    /// Documents of the same record in the other language that are in no pair yet.
    @Transactional(readOnly = true)
    public List<Document> candidates(Document document) {
        Language other = other(document.details().language());
        if (other == Language.UNKNOWN) {
            return List.of();
        }
        return documents.of(document.ownerKind(), document.ownerId()).stream()
                .filter(one -> one.details().language() == other)
                .filter(one -> store.find(one.id()).isEmpty())
                .toList();
    }

    /// Says that the newest versions of both are one text.
    @Transactional
    public void pair(UUID one, UUID other) {
        Document first = documents.requireEdit(one);
        Document second = documents.requireEdit(other);
        boolean fitting =
                other(first.details().language()) == second.details().language()
                        && second.details().language() != Language.UNKNOWN
                        && first.ownerId().equals(second.ownerId());
        if (!fitting) {
            throw KakehashiException.invalid("document.problem.pair", Map.of());
        }
        Document ja = first.details().language() == Language.JA ? first : second;
        Document en = ja == first ? second : first;
        store.insert(ja.id(), ja.latest(), en.id(), en.latest());
        audit.record("document.paired", Documents.SUBJECT, one, Map.of("with", other));
    }

    /// Says that both mean the same again.
    ///
    /// @param version of the pair its reader saw
    @Transactional
    public void inStep(UUID document, int version) {
        documents.requireEdit(document);
        DocumentPair pair = of(document).orElseThrow(KakehashiException::notFound);
        store.inStep(pair.id(), version, pair.ja().latest(), pair.en().latest());
        audit.record(
                "document.inStep",
                Documents.SUBJECT,
                document,
                Map.of("ja", pair.ja().latest(), "en", pair.en().latest()));
    }

    @Transactional
    public void part(UUID document) {
        documents.requireEdit(document);
        DocumentPair pair = of(document).orElseThrow(KakehashiException::notFound);
        store.delete(pair.id());
        audit.record("document.parted", Documents.SUBJECT, document, Map.of());
    }

    private static Language other(Language language) {
        return switch (language) {
            case JA -> Language.EN;
            case EN -> Language.JA;
            case BOTH, OTHER, UNKNOWN -> Language.UNKNOWN;
        };
    }

    private static Optional<Document> one(List<Document> some, UUID id) {
        return some.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
