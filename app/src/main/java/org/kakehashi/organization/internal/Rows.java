package org.kakehashi.organization.internal;

import java.time.LocalDate;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row8;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateText;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.schema.organization.tables.Organizations;

/// Database rows as domain values.
final class Rows {
    private Rows() {}

    /// The organization of this table (or alias) as a value.
    static SelectField<OrganizationRef> ref(Organizations table) {
        Row8<java.util.UUID, String, String, String, String, String, String, String> row =
                DSL.row(
                        table.ID,
                        table.ROR_ID,
                        table.NAME,
                        table.NAME_JA,
                        table.NAME_EN,
                        table.COUNTRY,
                        table.CITY,
                        table.STATUS);
        return row.mapping(
                OrganizationRef.class,
                (id, ror, name, ja, en, country, city, status) ->
                        new OrganizationRef(
                                id,
                                ror,
                                name,
                                new Bilingual(ja, en),
                                country(country),
                                city,
                                OrganizationRef.Status.of(status)));
    }

    /// The name in the reader's language, as lists sort it: exactly the expression that is indexed.
    static Field<String> sortName(Organizations table, Locale locale) {
        boolean japanese = locale.getLanguage().equals("ja");
        return DSL.coalesce(japanese ? table.NAME_JA : table.NAME_EN, table.NAME)
                .collate(DSL.collation(DSL.name("kernel", japanese ? "ja" : "en")));
    }

    static @Nullable Country country(@Nullable String code) {
        return code == null ? null : new Country(code);
    }

    static @Nullable String code(@Nullable Country country) {
        return country == null ? null : country.code();
    }

    static DateText date(
            Record row, Field<LocalDate> date, Field<String> precision, Field<String> written) {
        return new DateText(
                row.get(date),
                DateText.Precision.valueOf(row.get(precision).toUpperCase(Locale.ROOT)),
                row.get(written));
    }
}
