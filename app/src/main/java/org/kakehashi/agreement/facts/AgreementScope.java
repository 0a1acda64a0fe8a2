package org.kakehashi.agreement.facts;

import static org.kakehashi.schema.agreement.Tables.AGREEMENT_FACTS;
import static org.kakehashi.schema.agreement.Tables.REGISTER_LINES;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kakehashi.access.Access;
import org.kakehashi.schema.agreement.Routines;
import org.springframework.stereotype.Component;

/// Which agreements the person acting may read: the predicate no query of agreements goes without.
@Component
public class AgreementScope {
    private final Access access;

    AgreementScope(Access access) {
        this.access = access;
    }

    /// On `agreement.register_lines`.
    public Condition condition() {
        return condition(REGISTER_LINES.UNIT_IDS, REGISTER_LINES.VISIBILITY);
    }

    /// Those the person acting may change; on `agreement.register_lines`.
    public Condition editable() {
        return access.scope("agreement.edit", REGISTER_LINES.UNIT_IDS, null);
    }

    /// On `agreement.agreement_facts`.
    Condition ofFacts() {
        return condition(AGREEMENT_FACTS.UNIT_IDS, AGREEMENT_FACTS.VISIBILITY);
    }

    /// On these columns of a view of another room that has one row of an agreement or of its parts.
    public Condition of(Field<UUID[]> units, Field<String> visibility) {
        return condition(units, visibility);
    }

    Condition condition(Field<UUID[]> units, Field<String> visibility) {
        Condition readable = access.scope("agreement.read", units, visibility);
        Condition restricted = access.scope("agreement.read_restricted", units, null);
        return restricted.equals(DSL.trueCondition())
                ? readable
                : readable.and(visibility.ne("restricted").or(restricted));
    }

    /// The status of a register line on a day.
    public Field<String> status(LocalDate asOf, int months) {
        return Routines.status(
                DSL.val(asOf, SQLDataType.LOCALDATE),
                DSL.val(asOf.plusMonths(months), SQLDataType.LOCALDATE),
                REGISTER_LINES.PROPOSED,
                REGISTER_LINES.STARTS,
                REGISTER_LINES.KNOWN_FROM,
                REGISTER_LINES.GOES_ON,
                REGISTER_LINES.ENDS,
                REGISTER_LINES.ENDED_ON);
    }

    static Field<String> statusOfFacts(LocalDate asOf, int months) {
        return Routines.status(
                DSL.val(asOf, SQLDataType.LOCALDATE),
                DSL.val(asOf.plusMonths(months), SQLDataType.LOCALDATE),
                AGREEMENT_FACTS.PROPOSED,
                AGREEMENT_FACTS.STARTS,
                AGREEMENT_FACTS.KNOWN_FROM,
                AGREEMENT_FACTS.GOES_ON,
                AGREEMENT_FACTS.ENDS,
                AGREEMENT_FACTS.ENDED_ON);
    }
}
