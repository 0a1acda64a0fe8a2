package org.kakehashi.agreement.internal;

import static org.kakehashi.schema.agreement.Tables.ANNEXES;
import static org.kakehashi.schema.agreement.Tables.HOME_UNITS;
import static org.kakehashi.schema.agreement.Tables.PARTIES;
import static org.kakehashi.schema.agreement.Tables.SIGNATURES;

import org.jooq.Record;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.HomeUnit;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Signature;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// Rows of an agreement's parts as what they mean; also rows of the history, which name the same
/// columns.
final class Parts {
    private Parts() {}

    static Party party(Record row) {
        return new Party(
                row.get(PARTIES.ORGANIZATION_ID),
                row.get(PARTIES.NAME_WRITTEN),
                row.get(PARTIES.NAME_ALTERNATIVE),
                row.get(PARTIES.PARTNER_UNIT_ID),
                row.get(PARTIES.PARTNER_UNIT_WRITTEN),
                row.get(PARTIES.COUNTRY),
                row.get(PARTIES.COUNTRY_WRITTEN));
    }

    static HomeUnit homeUnit(Record row) {
        return new HomeUnit(
                row.get(HOME_UNITS.UNIT_ID),
                row.get(HOME_UNITS.NAME_WRITTEN),
                Coded.of(HomeUnit.Role.class, row.get(HOME_UNITS.ROLE)));
    }

    static Annex annex(Record row) {
        return new Annex(
                row.get(ANNEXES.ID),
                row.get(ANNEXES.KIND),
                new Bilingual(row.get(ANNEXES.TITLE_JA), row.get(ANNEXES.TITLE_EN)),
                row.get(ANNEXES.QUOTA_IN),
                row.get(ANNEXES.QUOTA_OUT),
                Coded.of(Annex.QuotaUnit.class, row.get(ANNEXES.QUOTA_UNIT)),
                Coded.of(Annex.Waiver.class, row.get(ANNEXES.TUITION_WAIVER)),
                Rows.ANNEX_START.read(row),
                Rows.ANNEX_END.read(row),
                new Bilingual(row.get(ANNEXES.NOTES_JA), row.get(ANNEXES.NOTES_EN)));
    }

    static Signature signature(Record row) {
        return new Signature(
                Coded.of(Signature.Side.class, row.get(SIGNATURES.SIDE)),
                row.get(SIGNATURES.WHO),
                row.get(SIGNATURES.ROLE),
                Rows.SIGNED.read(row),
                row.get(SIGNATURES.PLACE));
    }
}
