package org.kakehashi.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.document.internal.KindStore;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of kinds of documents and of retention classes: made, renamed, retired. Nothing is
/// deleted, since documents name them; what was before stands in the audit trail.
@Service
public class DocumentKinds {
    private static final String CONFIGURE = "document.configure";
    private static final int LONGEST = 100;

    /// Kinds the software itself speaks of.
    private static final Set<String> FIXED =
            Set.of("template", "signature", "other", "meeting_paper");

    private final KindStore store;
    private final Access access;
    private final Audit audit;

    DocumentKinds(KindStore store, Access access, Audit audit) {
        this.store = store;
        this.access = access;
        this.audit = audit;
    }

    public boolean mayConfigure() {
        return access.may(CONFIGURE);
    }

    public void requireConfigure() {
        access.require(CONFIGURE);
    }

    /// All, those not in use any more too.
    public List<DocumentKind> list() {
        return store.kinds();
    }

    public List<RetentionClass> classes() {
        return store.classes();
    }

    public DocumentKind get(String code) {
        return store.kinds().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    public RetentionClass getClass(String code) {
        return store.classes().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    public Map<String, Integer> documentsByKind() {
        requireConfigure();
        return store.documentsByKind();
    }

    public Map<String, Integer> documentsByClass() {
        requireConfigure();
        return store.documentsByClass();
    }

    @Transactional
    public void create(DocumentKind kind) {
        check(kind.code(), kind.name().ja(), kind.name().en(), false);
        requireClass(kind.retention(), null);
        store.insert(kind);
        record("document.kindSaved", kind.code(), Map.of(), described(kind));
    }

    @Transactional
    public void change(DocumentKind kind) {
        DocumentKind before = get(kind.code());
        check(kind.code(), kind.name().ja(), kind.name().en(), true);
        requireClass(kind.retention(), before.retention());
        if (!kind.active() && FIXED.contains(kind.code())) {
            throw KakehashiException.invalid("document.kinds.fixed", Map.of());
        }
        store.update(kind);
        record("document.kindSaved", kind.code(), described(before), described(kind));
    }

    @Transactional
    public void create(RetentionClass one) {
        check(one.code(), one.name().ja(), one.name().en(), false);
        checkYears(one.years());
        store.insert(one);
        record("document.classSaved", one.code(), Map.of(), described(one));
    }

    /// A change of the years moves the day on which every document of the class may be deleted.
    @Transactional
    public void change(RetentionClass one) {
        RetentionClass before = getClass(one.code());
        check(one.code(), one.name().ja(), one.name().en(), true);
        checkYears(one.years());
        String kinds =
                store.kinds().stream()
                        .filter(kind -> kind.active() && kind.retention().equals(one.code()))
                        .map(kind -> Text.t(kind.name()))
                        .collect(Collectors.joining(", "));
        if (!one.active() && !kinds.isEmpty()) {
            throw KakehashiException.invalid("document.kinds.classUsed", Map.of("kinds", kinds));
        }
        store.update(one);
        record("document.classSaved", one.code(), described(before), described(one));
    }

    private void check(String code, @Nullable String ja, @Nullable String en, boolean known) {
        requireConfigure();
        if (ja == null || en == null || ja.length() > LONGEST || en.length() > LONGEST) {
            throw KakehashiException.invalid("document.kinds.names", Map.of("n", LONGEST));
        }
        if (!known) {
            boolean taken =
                    store.kinds().stream().anyMatch(one -> one.code().equals(code))
                            || store.classes().stream().anyMatch(one -> one.code().equals(code));
            if (!code.matches("[a-z][a-z0-9_]{1,40}") || taken) {
                throw KakehashiException.invalid("document.kinds.code.wrong", Map.of());
            }
        }
    }

    private static void checkYears(@Nullable Integer years) {
        if (years != null && (years < 1 || years > 100)) {
            throw KakehashiException.invalid("document.kinds.years.wrong", Map.of());
        }
    }

    private void requireClass(String code, @Nullable String before) {
        boolean known =
                store.classes().stream()
                        .anyMatch(one ->
                                one.code().equals(code) && (one.active() || code.equals(before)));
        if (!known) {
            throw KakehashiException.invalid("document.problem.retention", Map.of());
        }
    }

    private static Map<String, Object> described(DocumentKind kind) {
        return Map.of(
                "ja", String.valueOf(kind.name().ja()),
                "en", String.valueOf(kind.name().en()),
                "retention", kind.retention(),
                "active", kind.active());
    }

    private static Map<String, Object> described(RetentionClass one) {
        return Map.of(
                "ja", String.valueOf(one.name().ja()),
                "en", String.valueOf(one.name().en()),
                "years", one.years() == null ? "" : one.years().toString(),
                "active", one.active());
    }

    private void record(
            String action, String code, Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("code", code);
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                detail.put(name, value);
                if (before.containsKey(name)) {
                    detail.put(name + "_before", before.get(name));
                }
            }
        });
        audit.record(action, null, null, detail);
    }
}
