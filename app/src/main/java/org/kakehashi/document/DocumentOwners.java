package org.kakehashi.document;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.document.DocumentOwner.Owner;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The kinds of record that rooms contribute.
@Component
public class DocumentOwners {
    private final ObjectProvider<DocumentOwner> contributed;

    DocumentOwners(ObjectProvider<DocumentOwner> contributed) {
        this.contributed = contributed;
    }

    /// The record, if there is one and the person acting may see it.
    public Optional<Owner> find(String kind, UUID id) {
        return contributed.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .map(one -> one.find(List.of(id)).get(id));
    }

    /// The records of these documents, as far as the person acting may see them, by their ids.
    public Map<UUID, Owner> of(Collection<Document> documents) {
        Map<String, Set<UUID>> byKind = new HashMap<>();
        for (Document one : documents) {
            byKind.computeIfAbsent(one.ownerKind(), any -> new HashSet<>()).add(one.ownerId());
        }
        Map<UUID, Owner> found = new HashMap<>();
        for (DocumentOwner owner : contributed) {
            Set<UUID> ids = byKind.getOrDefault(owner.kind(), Set.of());
            if (!ids.isEmpty()) {
                found.putAll(owner.find(ids));
            }
        }
        return found;
    }

    /// What templates may ask of a record.
    TemplateValues values(String kind, UUID id) {
        return contributed.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow(org.kakehashi.kernel.KakehashiException::notFound)
                .values(id);
    }

    public List<DocumentOwner> list() {
        return contributed.stream().toList();
    }
}
