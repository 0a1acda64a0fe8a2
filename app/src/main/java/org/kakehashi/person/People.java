package org.kakehashi.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.person.internal.PersonStore;
import org.kakehashi.schema.person.Tables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of people. The office sees everybody, a department those who have to do with it; what
/// is sensitive is shown only to whom may see it, and each time is noted.
@Service
public class People {
    private static final String READ = "person.read";
    private static final String EDIT = "person.edit";
    private static final String SENSITIVE = "person.sensitive";

    private final PersonStore store;
    private final Duplicates duplicates;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    People(PersonStore store, Duplicates duplicates, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.duplicates = duplicates;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public Person get(UUID id) {
        Person person = store.find(id).orElseThrow(KakehashiException::notFound);
        requireSigned(READ);
        access.require(READ, person.units());
        return person;
    }

    /// Those of them the person acting may see.
    public Map<UUID, Person> find(Collection<UUID> ids) {
        Map<UUID, Person> found = new LinkedHashMap<>(store.find(ids));
        found.values().removeIf(person -> !access.may(READ, person.units()));
        return found;
    }

    public List<Person> search(String typed, int offset, int limit) {
        requireSigned(READ);
        access.require(READ);
        return store.search(typed, readable(), offset, limit);
    }

    /// On `person.people`: whom the person acting may see.
    public Condition readable() {
        return access.scope(READ, Tables.PEOPLE.UNIT_IDS, null);
    }

    /// On `person.people`: whose name holds every word typed.
    public Condition named(String typed) {
        return PersonStore.named(typed);
    }

    public boolean mayRead() {
        return CurrentUser.get().signedIn() && access.may(READ);
    }

    public boolean mayCreate() {
        return access.may(EDIT);
    }

    public boolean mayEdit(Person person) {
        return !person.erased() && person.mergedInto() == null && access.may(EDIT, person.units());
    }

    public boolean maySeeSensitive() {
        return access.may(SENSITIVE);
    }

    /// The sensitive values, for a purpose that is written down with who read them.
    @Transactional
    public Sensitive sensitive(UUID id, String why) {
        access.require(SENSITIVE);
        get(id);
        if (why.isBlank()) {
            throw KakehashiException.invalid("person.sensitive.why.missing", Map.of());
        }
        audit.read("person.sensitiveRead", "person", id, Map.of("why", why.strip()));
        return store.sensitive(id);
    }

    /// Records somebody; the units are those that have to do with the person. Records that may be
    /// the same person are remembered as such.
    @Transactional
    public UUID create(Person.Details details, Sensitive sensitive, List<UUID> units) {
        access.require(EDIT);
        List<UUID> concerned = units.isEmpty() ? own() : units;
        if (!access.may(EDIT, concerned)) {
            throw KakehashiException.forbidden(EDIT);
        }
        requirePossible(details, sensitive);
        UUID id = store.insert(new NewPerson(details, sensitive, concerned));
        audit.record("person.created", "person", id, Map.of());
        duplicates.look(id, details, sensitive);
        return id;
    }

    private List<UUID> own() {
        var reach = access.reach(EDIT);
        return reach == null ? List.of() : List.copyOf(reach);
    }

    /// Changes what is stated; without `sensitive` the sealed values stay as they are.
    @Transactional
    public void change(
            UUID id, int version, Person.Details details, @Nullable Sensitive sensitive) {
        Person before = get(id);
        if (!mayEdit(before)) {
            throw KakehashiException.forbidden(EDIT);
        }
        if (sensitive != null) {
            access.require(SENSITIVE);
        }
        Sensitive known = store.sensitive(id);
        Sensitive values = sensitive == null ? known : sensitive;
        requirePossible(details, values);
        store.update(id, version, details, values);
        Map<String, Object> detail =
                audit.personalChange(id, values(before.details()), values(details));
        if (sensitive != null) {
            detail.putAll(audit.personalChange(id, values(known), values(sensitive)));
        }
        audit.record("person.changed", "person", id, detail);
        duplicates.look(id, details, values);
    }

    /// What higher rooms know of people: units concerned, last day of what is recorded.
    @Transactional
    public void bearing(Map<UUID, Bearing> bearings) {
        access.require(EDIT);
        store.bearing(bearings);
    }

    /// Seals the sensitive values of everybody anew whose key is from before that day, at most so
    /// many; how many.
    @Transactional
    public int changeKeys(LocalDate before, int most) {
        access.require("person.erase");
        List<UUID> due = store.sealedBefore(before, most);
        due.forEach(store::changeKey);
        if (!due.isEmpty()) {
            audit.record("person.keysChanged", "person", null, Map.of("count", due.size()));
        }
        return due.size();
    }

    void requirePossible(Person.Details details, Sensitive sensitive) {
        if (!details.names().known()) {
            throw KakehashiException.invalid("person.problem.name", Map.of());
        }
        String mail = details.mail();
        if (mail != null && !mail.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw KakehashiException.invalid("person.problem.mail", Map.of());
        }
        LocalDate birth = sensitive.birth();
        LocalDate today = LocalDate.now(clock);
        if (birth != null && (birth.isAfter(today) || birth.isBefore(today.minusYears(120)))) {
            throw KakehashiException.invalid("person.problem.birth", Map.of());
        }
        String nationality = sensitive.nationality();
        if (nationality != null
                && Country.all(java.util.Locale.ENGLISH).stream()
                        .noneMatch(one -> one.code().equals(nationality))) {
            throw KakehashiException.invalid("person.problem.nationality", Map.of());
        }
    }

    static void requireSigned(String useCase) {
        if (!CurrentUser.get().signedIn() && !CurrentUser.get().equals(CurrentUser.SYSTEM)) {
            throw KakehashiException.forbidden(useCase);
        }
    }

    private static Map<String, @Nullable Object> values(Person.Details details) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("own", details.names().own().familyFirst());
        values.put("kana", details.names().kana().familyFirst());
        values.put("latin", details.names().inLatin());
        values.put("mail", details.mail());
        values.put("phone", details.phone());
        values.put("category", details.category().code());
        return values;
    }

    private static Map<String, @Nullable Object> values(Sensitive sensitive) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("birth", sensitive.birth());
        values.put("nationality", sensitive.nationality());
        values.put("gender", sensitive.gender());
        values.put("residence", sensitive.residence());
        values.put("residenceUntil", sensitive.residenceUntil());
        return values;
    }
}
