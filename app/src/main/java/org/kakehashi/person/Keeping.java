package org.kakehashi.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.access.Erasure;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.person.internal.KeepingStore;
import org.kakehashi.person.internal.PersonStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How long and for what values about people are kept, by kind of person; whose time is over; and
/// erasing. Nobody is erased by itself. What was done and counted stays, under the number.
@Service
public class Keeping {
    /// @param years after the last record of the person ended
    public record Rule(Person.Category category, int years, Bilingual purpose) {}

    private static final String ERASE = "person.erase";
    private static final int MOST = 200;

    private final KeepingStore rules;
    private final PersonStore people;
    private final Duplicates duplicates;
    private final Erasure erasure;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Keeping(
            KeepingStore rules,
            PersonStore people,
            Duplicates duplicates,
            Erasure erasure,
            Access access,
            Audit audit,
            Clock clock) {
        this.rules = rules;
        this.people = people;
        this.duplicates = duplicates;
        this.erasure = erasure;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean mayErase() {
        return access.may(ERASE);
    }

    public List<Rule> rules() {
        access.require(ERASE);
        return rules.list();
    }

    @Transactional
    public void change(Person.Category category, int years) {
        access.require(ERASE);
        if (years < 0 || years > 100) {
            throw KakehashiException.invalid("person.keeping.problem.years", Map.of());
        }
        rules.years(category, years);
        audit.record(
                "person.keepingChanged",
                "person",
                null,
                Map.of("category", category.code(), "years", years));
    }

    /// Whose time is over, at most two hundred.
    public List<Person> over() {
        access.require(ERASE);
        LocalDate today = LocalDate.now(clock);
        List<Person> over = new ArrayList<>();
        for (Rule rule : rules.list()) {
            over.addAll(people.over(rule.category(), today.minusYears(rule.years()), MOST));
        }
        return over.size() > MOST ? over.subList(0, MOST) : over;
    }

    /// Erases the person and the records that were merged into this one. There is no way back.
    @Transactional
    public void erase(UUID id, String reason) {
        access.require(ERASE);
        Person person = people.find(id).orElseThrow(KakehashiException::notFound);
        LocalDate until = person.neededUntil();
        if (until != null && !until.isBefore(LocalDate.now(clock))) {
            throw KakehashiException.invalid("person.erase.stillNeeded", Map.of());
        }
        if (reason.isBlank()) {
            throw KakehashiException.invalid("person.erase.reason.missing", Map.of());
        }
        for (Duplicates.Merged merged : duplicates.of(id)) {
            erasure.forget(merged.gone().id());
        }
        erasure.forget(id);
        audit.record("person.erasedBy", "person", id, Map.of("reason", reason.strip()));
    }
}
