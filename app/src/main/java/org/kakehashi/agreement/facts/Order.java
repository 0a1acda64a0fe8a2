package org.kakehashi.agreement.facts;

import static org.kakehashi.schema.agreement.Tables.AGREEMENT_FACTS;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// In which order agreements are listed: a column and its direction, as addresses write it
/// (`partner`, `-start`).
public record Order(By by, boolean descending) {
    /// What a list can be sorted by.
    public enum By {
        NUMBER,
        PARTNER,
        TITLE,
        COUNTRY,
        LEVEL,
        KIND,
        UNIT,
        STATUS,
        START,
        END,
        RENEWAL,
        VISIBILITY;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Order DEFAULT = new Order(By.PARTNER, false);

    /// The order an address names, or the usual one.
    public static Order of(@Nullable String written) {
        if (written != null) {
            boolean descending = written.startsWith("-");
            for (By by : By.values()) {
                if (by.key().equals(descending ? written.substring(1) : written)) {
                    return new Order(by, descending);
                }
            }
        }
        return DEFAULT;
    }

    /// What lines are ordered by, for a reader of this language.
    Field<?> key(Locale reader) {
        return field(reader.getLanguage().equals("ja"));
    }

    /// With the id last, so that the order is the same every time.
    List<OrderField<?>> by(Field<?> key, Field<UUID> id) {
        return descending ? List.of(key.desc(), id.desc()) : List.of(key.asc(), id.asc());
    }

    private Field<?> field(boolean japanese) {
        return switch (by) {
            case NUMBER -> collated(AGREEMENT_FACTS.NUMBER, false);
            case PARTNER ->
                    collated(
                            japanese ? AGREEMENT_FACTS.PARTNER_JA : AGREEMENT_FACTS.PARTNER_EN,
                            japanese);
            case TITLE ->
                    collated(
                            japanese ? AGREEMENT_FACTS.TITLE_JA : AGREEMENT_FACTS.TITLE_EN,
                            japanese);
            case COUNTRY ->
                    japanese ? AGREEMENT_FACTS.COUNTRY_RANK_JA : AGREEMENT_FACTS.COUNTRY_RANK_EN;
            case LEVEL -> AGREEMENT_FACTS.LEVEL;
            case KIND -> AGREEMENT_FACTS.KINDS;
            case UNIT -> AGREEMENT_FACTS.UNIT_RANK;
            case STATUS, END -> AGREEMENT_FACTS.ENDS; // statuses are listed one after the other
            case START -> AGREEMENT_FACTS.STARTS;
            case RENEWAL -> AGREEMENT_FACTS.RENEWAL_MODE;
            case VISIBILITY -> AGREEMENT_FACTS.VISIBILITY;
        };
    }

    private static Field<String> collated(Field<String> field, boolean japanese) {
        return field.collate(DSL.collation(DSL.name("kernel", japanese ? "ja" : "en")));
    }
}
