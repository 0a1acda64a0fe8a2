package org.kakehashi.proposal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.document.Document;
import org.kakehashi.document.Documents;
import org.kakehashi.document.Incoming;
import org.kakehashi.kernel.Recurring;
import org.kakehashi.proposal.internal.ProposalStore;
import org.springframework.stereotype.Component;

/// Hands signed copies and evidence of signatures on from a signed proposal to its agreement. It
/// looks at what is so now: after a stop it goes on, and nothing is handed on twice.
@Component
class SignedPapers implements Recurring {
    private static final Set<String> KINDS = Set.of("signed_copy", "signature", "agreement_text");

    private final ProposalStore store;
    private final Documents documents;

    SignedPapers(ProposalStore store, Documents documents) {
        this.store = store;
        this.documents = documents;
    }

    @Override
    public String name() {
        return "proposal.signedPapers";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        for (Proposal one : store.papersWaiting()) {
            UUID agreement = one.agreement();
            if (agreement != null && hand(one.id(), agreement)) {
                store.papersHanded(one.id());
            }
        }
    }

    /// True where there was something: what comes later is handed on later.
    private boolean hand(UUID proposal, UUID agreement) {
        Set<String> there =
                documents.of("agreement", agreement).stream()
                        .map(one -> one.newest().sha256())
                        .collect(Collectors.toSet());
        boolean any = false;
        for (Document one : documents.of(ProposalSubject.KIND, proposal)) {
            if (KINDS.contains(one.details().kind())) {
                any = true;
                if (!there.contains(one.newest().sha256())) {
                    copy(one, agreement);
                }
            }
        }
        return any;
    }

    private void copy(Document one, UUID agreement) {
        try (InputStream in = documents.open(one, one.latest())) {
            documents.add(
                    "agreement",
                    agreement,
                    one.details(),
                    new Incoming(
                            one.newest().name(),
                            one.newest().mediaType(),
                            one.newest().note(),
                            in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
