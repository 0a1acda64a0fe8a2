package org.kakehashi.person;

import java.util.List;
import java.util.UUID;

/// Somebody of a list, who may turn out to be known.
///
/// @param units of ours that have to do with the person
public record NewPerson(Person.Details details, Sensitive sensitive, List<UUID> units) {
    public NewPerson {
        units = List.copyOf(units);
    }
}
