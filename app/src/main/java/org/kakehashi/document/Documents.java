package org.kakehashi.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.document.Document.Details;
import org.kakehashi.document.internal.ContentStore;
import org.kakehashi.document.internal.DocumentReader;
import org.kakehashi.document.internal.DocumentStore;
import org.kakehashi.document.internal.KindStore;
import org.kakehashi.document.internal.OvertakenStore;
import org.kakehashi.document.internal.Receiving;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The door of documents: add, read, add a version, go back to one. Nothing is overwritten. Who may
/// see or change the record a document belongs to may see or change the document; restricted ones
/// are seen only by those who may change the record or may read what is restricted.
@Service
public class Documents {
    static final String SUBJECT = "document";
    private static final String EDIT = "document.edit";

    private final DocumentStore store;
    private final KindStore kinds;
    private final DocumentReader reader;
    private final ContentStore contents;
    private final OvertakenStore overtaken;
    private final Receiving receiving;
    private final DocumentOwners owners;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Documents(
            DocumentStore store,
            KindStore kinds,
            DocumentReader reader,
            ContentStore contents,
            OvertakenStore overtaken,
            Receiving receiving,
            DocumentOwners owners,
            Access access,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.reader = reader;
        this.contents = contents;
        this.overtaken = overtaken;
        this.receiving = receiving;
        this.owners = owners;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What a record's page shows of its documents.
    public DocumentsPart part(String ownerKind, UUID ownerId) {
        return new DocumentsPart(
                of(ownerKind, ownerId),
                "/documents/of/" + ownerKind + "/" + ownerId,
                owners.find(ownerKind, ownerId).map(this::mayAdd).orElse(false));
    }

    /// The documents of a record that the person acting may see, newest first.
    public List<Document> of(String ownerKind, UUID ownerId) {
        return reader.of(ownerKind, ownerId);
    }

    /// The documents of several records of one kind that the person acting may see, newest first.
    public List<Document> of(String ownerKind, Collection<UUID> ownerIds) {
        return reader.of(ownerKind, ownerIds);
    }

    public Document get(UUID id) {
        return reader.find(List.of(id)).stream()
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    /// The record it belongs to, as far as the person acting may see it.
    public Optional<DocumentOwner.Owner> owner(Document document) {
        return owners.find(document.ownerKind(), document.ownerId());
    }

    /// May the person acting add versions, change or delete it?
    public boolean mayEdit(Document document) {
        return document.removal() == null && owner(document).map(this::mayAdd).orElse(false);
    }

    /// The largest file taken.
    public long largestMegabytes() {
        return receiving.megabytes();
    }

    public List<DocumentKind> kinds() {
        return kinds.kinds();
    }

    public List<RetentionClass> retentionClasses() {
        return kinds.classes();
    }

    /// Adds a document with its first version to a record.
    public UUID add(String ownerKind, UUID ownerId, Details details, Incoming file) {
        requireAdd(ownerKind, ownerId);
        Details complete = checked(details);
        if (kinds.kinds().stream()
                .anyMatch(one -> one.code().equals(complete.kind()) && !one.active())) {
            throw KakehashiException.invalid("document.problem.kind", Map.of());
        }
        return Objects.requireNonNull(
                receive(
                        file,
                        (received, named) -> {
                            contents.keep(received);
                            UUID id = store.insert(ownerKind, ownerId, complete);
                            store.addVersion(id, 0, named, received.sha256(), null);
                            record("document.added", id, named.name(), received.sha256(), 1);
                            return id;
                        }));
    }

    /// Adds the next version. If somebody else was quicker, the file is kept and waits as
    /// [Overtaken]; nothing is lost.
    ///
    /// @param seen the newest version its sender knew
    /// @return the number of the new version, or empty if it waits
    public Optional<Integer> addVersion(UUID id, int seen, Incoming file) {
        Document document = requireEdit(id);
        return Objects.requireNonNull(
                receive(
                        file,
                        (received, named) -> {
                            contents.keep(received);
                            Integer number =
                                    store.addVersion(id, seen, named, received.sha256(), null);
                            if (number == null) {
                                overtaken.insert(document.id(), seen, named, received.sha256());
                                return Optional.empty();
                            }
                            record(
                                    "document.versionAdded",
                                    id,
                                    named.name(),
                                    received.sha256(),
                                    number);
                            return Optional.of(number);
                        }));
    }

    /// Files of the person acting that came second.
    public List<Overtaken> overtaken(UUID id) {
        return overtaken.mine(id);
    }

    /// Adds a file that came second after what is there now.
    @Transactional
    public void addOvertaken(UUID id, UUID waiting) {
        requireEdit(id);
        int latest = store.lock(id);
        var file = overtaken.take(id, waiting).orElseThrow(KakehashiException::notFound);
        Incoming named =
                new Incoming(
                        file.getName(),
                        file.getDeclaredType(),
                        file.getNote(),
                        InputStream.nullInputStream());
        Integer number = store.addVersion(id, latest, named, file.getSha256(), null);
        record(
                "document.versionAdded",
                id,
                file.getName(),
                file.getSha256(),
                Objects.requireNonNull(number));
    }

    /// Gives up a file that came second.
    @Transactional
    public void discardOvertaken(UUID id, UUID waiting) {
        requireEdit(id);
        var file = overtaken.take(id, waiting).orElseThrow(KakehashiException::notFound);
        audit.record("document.discarded", SUBJECT, id, Map.of("sha256", file.getSha256()));
    }

    /// Goes back to a version: its content becomes the newest version.
    @Transactional
    public void goBack(UUID id, int number, int seen, String note) {
        Document document = requireEdit(id);
        Document.Version old = version(document, number);
        Incoming named = new Incoming(old.name(), "", note, InputStream.nullInputStream());
        Integer added = store.addVersion(id, seen, named, old.sha256(), number);
        if (added == null) {
            throw KakehashiException.changedMeanwhile();
        }
        record("document.wentBack", id, old.name(), old.sha256(), added);
    }

    @Transactional
    public void change(UUID id, int version, Details details) {
        requireEdit(id);
        store.update(id, version, checked(details));
        audit.record("document.changed", SUBJECT, id, Map.of());
    }

    /// The content of a version, proven against its hash while it is read. That a restricted
    /// document was taken out is noted.
    public InputStream open(Document document, int number) {
        Document.Version version = version(document, number);
        if (document.details().restricted()) {
            audit.read("document.read", SUBJECT, document.id(), Map.of("version", number));
        }
        return contents.open(version.sha256());
    }

    public static Document.Version version(Document document, int number) {
        return document.versions().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    Document requireEdit(UUID id) {
        Document document = get(id);
        if (!mayEdit(document)) {
            throw KakehashiException.forbidden(EDIT);
        }
        return document;
    }

    void requireAdd(String ownerKind, UUID ownerId) {
        var owner = owners.find(ownerKind, ownerId).orElseThrow(KakehashiException::notFound);
        if (!mayAdd(owner)) {
            throw KakehashiException.forbidden(EDIT);
        }
    }

    private boolean mayAdd(DocumentOwner.Owner owner) {
        return CurrentUser.get().equals(CurrentUser.SYSTEM)
                || access.may(EDIT) && owner.mayChange();
    }

    private Details checked(Details details) {
        if (details.title().parity() == Bilingual.Parity.NONE) {
            throw KakehashiException.invalid("document.problem.title", Map.of());
        }
        DocumentKind kind =
                kinds.kinds().stream()
                        .filter(one -> one.code().equals(details.kind()))
                        .findFirst()
                        .orElseThrow(() ->
                                KakehashiException.invalid("document.problem.kind", Map.of()));
        String retention = details.retention().isEmpty() ? kind.retention() : details.retention();
        if (kinds.classes().stream().noneMatch(one -> one.code().equals(retention))) {
            throw KakehashiException.invalid("document.problem.retention", Map.of());
        }
        return new Details(
                details.kind(),
                new Bilingual(plain(details.title().ja()), plain(details.title().en())),
                details.language(),
                details.restricted(),
                retention,
                details.keptFrom());
    }

    /// Without control characters and signs that turn the direction of reading.
    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    }

    /// Today in the office's zone: the day new documents are kept from.
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private interface Use<T> {
        T with(Receiving.Received received, Incoming named) throws IOException;
    }

    private <T> @Nullable T receive(Incoming file, Use<T> use) {
        Incoming named = Receiving.named(file);
        try (Receiving.Received received = receiving.receive(file.content())) {
            return transaction.execute(status -> {
                try {
                    return use.with(received, named);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(String action, UUID id, String name, String sha256, int number) {
        audit.record(
                action, SUBJECT, id, Map.of("version", number, "name", name, "sha256", sha256));
    }
}
