package org.kakehashi.partnership.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.access.Erasure;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.contact.internal.ContactStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of contacts. Nobody is kept without consent; who withdraws it is erased. Office and
/// executives read all, members those of their own units. Where consent has ended, only those who
/// could ask again still see the person.
@Service
public class Contacts {
    private static final String READ = "partnership.contactRead";
    private static final String EDIT = "partnership.contactEdit";
    private static final String KIND = "contact";

    /// Which contacts a list shows.
    public enum Shown {
        VALID,
        ENDED,
        SILENT
    }

    private final ContactStore store;
    private final Organizations organizations;
    private final Access access;
    private final Audit audit;
    private final Erasure erasure;
    private final Clock clock;

    Contacts(
            ContactStore store,
            Organizations organizations,
            Access access,
            Audit audit,
            Erasure erasure,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.access = access;
        this.audit = audit;
        this.erasure = erasure;
        this.clock = clock;
    }

    public boolean mayRead() {
        return access.may(READ);
    }

    public boolean mayCreate() {
        return access.may(EDIT);
    }

    public boolean mayEdit(Contact contact) {
        return access.may(EDIT, units(contact));
    }

    /// One contact with everything; that it was shown stands in the audit trail.
    public Contact open(UUID id) {
        Contact contact = get(id);
        audit.read("partnership.contact.opened", KIND, id, Map.of());
        return contact;
    }

    /// One contact, to be changed or to be named.
    public Contact get(UUID id) {
        access.require(READ);
        return store.find(id).filter(this::visible).orElseThrow(KakehashiException::notFound);
    }

    /// Those of the partners that the person acting may see, the latest contact first.
    public List<Contact> of(Collection<UUID> partners) {
        return mayRead() ? store.of(partners).stream().filter(this::visible).toList() : List.of();
    }

    /// All that the person acting may see, by partner and name.
    public List<Contact> list(Shown shown) {
        access.require(READ);
        LocalDate today = today();
        return store.all(access.reach(READ)).stream()
                .filter(this::visible)
                .filter(one ->
                        switch (shown) {
                            case VALID -> one.consent().validOn(today);
                            case ENDED -> !one.consent().validOn(today);
                            case SILENT -> one.consent().validOn(today) && !one.aliveOn(today);
                        })
                .toList();
    }

    /// For lists that leave the system: noted as reading.
    public List<Contact> take(Shown shown) {
        List<Contact> all = list(shown);
        audit.read("partnership.contact.taken", KIND, null, Map.of("count", all.size()));
        return all;
    }

    @Transactional
    public UUID save(Contact contact) {
        access.require(EDIT);
        UUID id = contact.id();
        Contact before = id == null ? null : get(id);
        if (before != null && !mayEdit(before) || !mayEdit(contact)) {
            throw refused();
        }
        requirePossible(contact);
        organizations.get(contact.organization());
        UUID saved = store.save(contact);
        audit.record(
                before == null ? "partnership.contact.recorded" : "partnership.contact.changed",
                KIND,
                saved,
                audit.personalChange(
                        saved, before == null ? Map.of() : values(before), values(contact)));
        return saved;
    }

    /// Records what a file states, all of it or nothing.
    @Transactional
    public int saveAll(List<Contact> all) {
        all.forEach(this::save);
        return all.size();
    }

    /// Somebody of ours heard from the person today.
    @Transactional
    public void heard(UUID id) {
        editable(id);
        store.heard(id, today());
        audit.record("partnership.contact.heard", KIND, id, Map.of());
    }

    /// Consent is withdrawn, or nobody needs the contact any more: everything personal goes, here
    /// and in the audit trail. There is no way back.
    @Transactional
    public void erase(UUID id) {
        editable(id);
        audit.record("partnership.contact.erased", KIND, id, Map.of());
        erasure.forget(id);
    }

    /// Contacts of the person acting whose consent has ended: to be asked again or erased.
    long toAsk() {
        return mayCreate() ? list(Shown.ENDED).stream().filter(this::mayEdit).count() : 0;
    }

    /// Under which unit a list is read that does not say so: the own one of who has only that.
    public @Nullable UUID usualUnit() {
        return access.reach(EDIT) == null
                ? null
                : CurrentUser.get().grants().stream()
                        .map(CurrentUser.Grant::unit)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /// The contact that a list states, if it is known: same partner, and same mail or same name.
    public @Nullable Contact same(Contact stated) {
        return store.of(List.of(stated.organization())).stream()
                .filter(one ->
                        equal(one.email(), stated.email())
                                || equal(one.name().en(), stated.name().en())
                                || equal(one.name().ja(), stated.name().ja()))
                .findFirst()
                .orElse(null);
    }

    private static boolean equal(@Nullable String one, @Nullable String other) {
        return one != null && one.equalsIgnoreCase(other);
    }

    private boolean visible(Contact contact) {
        return access.may(READ, units(contact))
                && contact.consent().withdrawn() == null
                && (contact.consent().validOn(today()) || mayEdit(contact));
    }

    private Contact editable(UUID id) {
        Contact contact = get(id);
        if (!mayEdit(contact)) {
            throw refused();
        }
        return contact;
    }

    private static void requirePossible(Contact contact) {
        Consent consent = contact.consent();
        if (contact.name().ja() == null && contact.name().en() == null) {
            throw KakehashiException.invalid("partnership.contact.problem.name", Map.of());
        }
        if (consent.given() == null || consent.how() == null || consent.purpose() == null) {
            throw KakehashiException.invalid("partnership.contact.problem.consent", Map.of());
        }
        if (consent.until() != null && consent.until().isBefore(consent.given())) {
            throw KakehashiException.invalid("partnership.contact.problem.until", Map.of());
        }
    }

    private static Map<String, @Nullable Object> values(Contact contact) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name_ja", contact.name().ja());
        values.put("name_en", contact.name().en());
        values.put("position_ja", contact.position().ja());
        values.put("position_en", contact.position().en());
        values.put("faculty", contact.faculty());
        values.put("email", contact.email());
        values.put("phone", contact.phone());
        values.put("purpose", contact.consent().purpose());
        values.put("note", contact.note());
        return values;
    }

    private static Set<UUID> units(Contact contact) {
        return contact.unit() == null ? Set.of() : Set.of(contact.unit());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static KakehashiException refused() {
        return new KakehashiException(
                KakehashiException.Kind.FORBIDDEN,
                "partnership.contact.refused.notYourUnit",
                Map.of());
    }
}
