package org.kakehashi.agreement.internal;

import static org.jooq.impl.DSL.any;
import static org.kakehashi.schema.agreement.Tables.AGREEMENTS;
import static org.kakehashi.schema.agreement.Tables.ANNEXES;
import static org.kakehashi.schema.agreement.Tables.HOME_UNITS;
import static org.kakehashi.schema.agreement.Tables.PARTIES;
import static org.kakehashi.schema.agreement.Tables.SIGNATURES;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.AgreementContent.Visibility;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Ending;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Signature;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.springframework.stereotype.Repository;

/// Reads whole agreements, five statements however many there are.
@Repository
public class AgreementReader {
    private final DSLContext jooq;

    AgreementReader(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// The agreements with these ids that exist, in no particular order.
    public List<Agreement> read(Collection<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        Map<UUID, List<Party>> parties =
                children(PARTIES, PARTIES.AGREEMENT_ID, PARTIES.POSITION, wanted, Parts::party);
        Map<UUID, List<HomeUnit>> units =
                children(
                        HOME_UNITS,
                        HOME_UNITS.AGREEMENT_ID,
                        HOME_UNITS.POSITION,
                        wanted,
                        Parts::homeUnit);
        Map<UUID, List<Annex>> annexes =
                children(ANNEXES, ANNEXES.AGREEMENT_ID, ANNEXES.POSITION, wanted, Parts::annex);
        Map<UUID, List<Signature>> signatures =
                children(
                        SIGNATURES,
                        SIGNATURES.AGREEMENT_ID,
                        SIGNATURES.POSITION,
                        wanted,
                        Parts::signature);
        return jooq.selectFrom(AGREEMENTS)
                .where(AGREEMENTS.ID.eq(any(wanted)))
                .fetch(row ->
                        agreement(
                                row,
                                parties.getOrDefault(row.getId(), List.of()),
                                units.getOrDefault(row.getId(), List.of()),
                                annexes.getOrDefault(row.getId(), List.of()),
                                signatures.getOrDefault(row.getId(), List.of())));
    }

    private <P> Map<UUID, List<P>> children(
            Table<?> table,
            TableField<?, UUID> agreement,
            Field<Integer> position,
            UUID[] wanted,
            org.jooq.RecordMapper<Record, P> mapper) {
        Map<UUID, List<P>> found = new java.util.HashMap<>();
        jooq.selectFrom(table)
                .where(agreement.eq(any(wanted)))
                .orderBy(position)
                .forEach(row ->
                        found.computeIfAbsent(row.get(agreement), any -> new ArrayList<>())
                                .add(mapper.map(row)));
        return found;
    }

    static Agreement agreement(
            Record row,
            List<Party> parties,
            List<HomeUnit> units,
            List<Annex> annexes,
            List<Signature> signatures) {
        return new Agreement(
                row.get(AGREEMENTS.ID),
                row.get(AGREEMENTS.NUMBER),
                row.get(AGREEMENTS.VERSION),
                new AgreementContent(
                        new Bilingual(row.get(AGREEMENTS.TITLE_JA), row.get(AGREEMENTS.TITLE_EN)),
                        Coded.of(Level.class, row.get(AGREEMENTS.LEVEL)),
                        List.of(row.get(AGREEMENTS.KINDS)),
                        Coded.of(Visibility.class, row.get(AGREEMENTS.VISIBILITY)),
                        row.get(AGREEMENTS.PROPOSED),
                        term(row),
                        ending(row),
                        parties,
                        units,
                        annexes,
                        signatures,
                        List.of(row.get(AGREEMENTS.TEXT_LANGUAGES)),
                        new Bilingual(row.get(AGREEMENTS.NOTES_JA), row.get(AGREEMENTS.NOTES_EN))));
    }

    private static Term term(Record row) {
        return new Term(
                Coded.of(Term.Kind.class, row.get(AGREEMENTS.TERM)),
                Rows.START.read(row),
                Rows.END.read(row),
                row.get(AGREEMENTS.KNOWN_FROM),
                new Term.Renewal(
                        Coded.of(Term.RenewalMode.class, row.get(AGREEMENTS.RENEWAL_MODE)),
                        row.get(AGREEMENTS.RENEWAL_YEARS),
                        row.get(AGREEMENTS.NOTICE_MONTHS),
                        row.get(AGREEMENTS.RENEWAL_PENDING)));
    }

    private static @Nullable Ending ending(Record row) {
        String reason = row.get(AGREEMENTS.ENDED_REASON);
        return reason == null
                ? null
                : new Ending(
                        Rows.ENDED.read(row),
                        Coded.of(Ending.Reason.class, reason),
                        new Bilingual(
                                row.get(AGREEMENTS.ENDED_NOTE_JA),
                                row.get(AGREEMENTS.ENDED_NOTE_EN)));
    }
}
