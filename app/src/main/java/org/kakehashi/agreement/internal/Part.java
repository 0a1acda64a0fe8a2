package org.kakehashi.agreement.internal;

import static org.kakehashi.schema.agreement.Tables.ANNEXES;
import static org.kakehashi.schema.agreement.Tables.HOME_UNITS;
import static org.kakehashi.schema.agreement.Tables.PARTIES;
import static org.kakehashi.schema.agreement.Tables.SIGNATURES;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.kakehashi.agreement.AgreementContent;

/// A table whose rows belong to one agreement, in an order.
record Part<R extends UpdatableRecord<R>>(
        Table<R> table,
        TableField<R, UUID> id,
        TableField<R, UUID> agreement,
        TableField<R, Integer> position,
        Function<AgreementContent, List<?>> values,
        RowMaker<R> maker) {

    /// The first columns of a history row: when, by whom, why.
    static final String RECORDED =
            """
            tstzrange(clock_timestamp(), null, '[)'), nullif(current_setting('kakehashi.actor', true), '')::uuid, \
            nullif(current_setting('kakehashi.reason', true), '')\
            """;

    static final List<Part<?>> ALL =
            List.of(
                    new Part<>(
                            PARTIES,
                            PARTIES.ID,
                            PARTIES.AGREEMENT_ID,
                            PARTIES.POSITION,
                            AgreementContent::parties,
                            (agreement, i, content) ->
                                    Rows.party(agreement, i, content.parties().get(i))),
                    new Part<>(
                            HOME_UNITS,
                            HOME_UNITS.ID,
                            HOME_UNITS.AGREEMENT_ID,
                            HOME_UNITS.POSITION,
                            AgreementContent::homeUnits,
                            (agreement, i, content) ->
                                    Rows.homeUnit(agreement, i, content.homeUnits().get(i))),
                    new Part<>(
                            ANNEXES,
                            ANNEXES.ID,
                            ANNEXES.AGREEMENT_ID,
                            ANNEXES.POSITION,
                            AgreementContent::annexes,
                            (agreement, i, content) ->
                                    Rows.annex(agreement, i, content.annexes().get(i))),
                    new Part<>(
                            SIGNATURES,
                            SIGNATURES.ID,
                            SIGNATURES.AGREEMENT_ID,
                            SIGNATURES.POSITION,
                            AgreementContent::signatures,
                            (agreement, i, content) ->
                                    Rows.signature(agreement, i, content.signatures().get(i))));

    /// Makes the row of the i-th value.
    interface RowMaker<R> {
        R row(UUID agreement, int i, AgreementContent content);
    }

    List<?> of(AgreementContent content) {
        return values.apply(content);
    }

    List<R> rows(UUID agreementId, AgreementContent content) {
        List<R> rows = new ArrayList<>();
        for (int i = 0; i < of(content).size(); i++) {
            rows.add(maker.row(agreementId, i, content));
        }
        return rows;
    }

    String historyInsert() {
        String name = "agreement." + table.getName();
        return "insert into "
                + name
                + "_history select "
                + RECORDED
                + ", a.* from "
                + name
                + " a where a.agreement_id = any (?::uuid[])";
    }
}
