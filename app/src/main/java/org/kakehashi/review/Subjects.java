package org.kakehashi.review;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.ReviewSubject.FactKind;
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

    /// The facts that every one of these kinds declares: what a process for all of them may ask.
    /// Where several rooms call one fact differently, the first one's words stand.
    public List<FactKind> commonFactKinds(List<String> kinds) {
        List<FactKind> common = null;
        for (String kind : kinds) {
            List<FactKind> declared = of(kind).facts();
            if (common == null) {
                common = declared;
            } else {
                common =
                        common.stream()
                                .filter(one ->
                                        declared.stream()
                                                .anyMatch(other -> other.name().equals(one.name())))
                                .toList();
            }
        }
        return common == null ? List.of() : List.copyOf(common);
    }
}
