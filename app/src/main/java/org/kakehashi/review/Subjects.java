package org.kakehashi.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The kinds of subject that rooms contribute.
@Component
public class Subjects {
    private final ObjectProvider<ReviewSubject> contributed;

    Subjects(ObjectProvider<ReviewSubject> contributed) {
        this.contributed = contributed;
    }

    public ReviewSubject of(String kind) {
        return contributed.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    public List<ReviewSubject> list() {
        Map<String, ReviewSubject> byKind = new TreeMap<>();
        contributed.forEach(one -> byKind.put(one.kind(), one));
        return List.copyOf(byKind.values());
    }

    /// The names of facts that every one of these kinds declares: what a process for all of them
    /// may ask.
    public Set<String> commonFacts(List<String> kinds) {
        Set<String> common = null;
        for (String kind : kinds) {
            Set<String> facts = new TreeSet<>();
            of(kind).facts().forEach(fact -> facts.add(fact.name()));
            if (common == null) {
                common = facts;
            } else {
                common.retainAll(facts);
            }
        }
        return common == null ? Set.of() : common;
    }
}
