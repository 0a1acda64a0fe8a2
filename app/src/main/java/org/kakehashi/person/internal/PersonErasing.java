package org.kakehashi.person.internal;

import java.util.UUID;
import org.kakehashi.kernel.HoldsPersonalValues;
import org.springframework.stereotype.Component;

/// Empties the record of a person who is erased, also again after an older backup came back.
@Component
class PersonErasing implements HoldsPersonalValues {
    private final PersonStore people;
    private final MergeStore merges;

    PersonErasing(PersonStore people, MergeStore merges) {
        this.people = people;
        this.merges = merges;
    }

    @Override
    public void erase(UUID person) {
        people.erase(person);
        merges.forget(person);
    }
}
