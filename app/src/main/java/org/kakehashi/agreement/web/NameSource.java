package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.util.UUID;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.Kinds;
import org.springframework.stereotype.Component;

/// Names of kinds and of our units in the reader's language.
@Component
class NameSource implements ListPage.Names {
    private final Kinds kinds;
    private final Units units;

    NameSource(Kinds kinds, Units units) {
        this.kinds = kinds;
        this.units = units;
    }

    @Override
    public String kind(String code) {
        return t(kinds.name(code));
    }

    @Override
    public String unit(UUID id) {
        return units.find(id).map(unit -> t(unit.name())).orElse("");
    }
}
