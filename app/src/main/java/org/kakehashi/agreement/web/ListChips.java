package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.organization.Organizations;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Chip;
import org.kakehashi.ui.view.Query;

/// The filters in force in words, each with the address of the list without it.
final class ListChips {
    private final ListPage.Names names;
    private final Organizations organizations;

    ListChips(ListPage.Names names, Organizations organizations) {
        this.names = names;
        this.organizations = organizations;
    }

    List<Chip> of(AgreementFilter filter, Query query) {
        Query base = query.without("page");
        List<Chip> chips = new ArrayList<>();
        if (!filter.text().isEmpty()) {
            chips.add(
                    new Chip(
                            t("agreement.chip.text", "text", filter.text()),
                            base.without(AgreementFilter.TEXT).href()));
        }
        filter.chosen()
                .forEach((dimension, values) ->
                        values.forEach(value ->
                                chips.add(
                                        new Chip(
                                                label(dimension, value),
                                                base.without(dimension.parameter(), value)
                                                        .href()))));
        if (query.first(AgreementFilter.AS_OF) != null) {
            chips.add(
                    new Chip(
                            t("agreement.chip.asOf", "day", Words.date(filter.asOf())),
                            base.without(AgreementFilter.AS_OF).href()));
        }
        if (filter.months() != AgreementFilter.MONTHS) {
            chips.add(
                    new Chip(
                            t("agreement.chip.within", "n", filter.months()),
                            base.without(AgreementFilter.EXPIRING_WITHIN).href()));
        }
        return chips;
    }

    /// The filter in one line, for exports.
    String sentence(AgreementFilter filter, Query query) {
        return String.join(" / ", of(filter, query).stream().map(Chip::label).toList());
    }

    private String label(Dimension dimension, String value) {
        return t("agreement.filter." + dimension.parameter())
                + t("agreement.colon")
                + value(dimension, value);
    }

    private String value(Dimension dimension, String value) {
        if (value.equals(Dimension.UNKNOWN) && dimension != Dimension.STATUS) {
            return t("ui.unknown");
        }
        return switch (dimension) {
            case STATUS, LEVEL, RENEWAL, VISIBILITY, REGION ->
                    t("agreement." + dimension.parameter() + "." + value);
            case KIND -> names.kind(value);
            case COUNTRY -> Words.country(value);
            case UNIT -> id(value) == null ? value : names.unit(UUID.fromString(value));
            case PARTNER -> partner(value);
            case STARTED, ENDED ->
                    value.matches("\\d{1,5}")
                            ? new FiscalYear(Integer.parseInt(value)).label(Text.locale())
                            : value;
            case RECOGNISED, END_KNOWN, PENDING ->
                    t("agreement.filter." + dimension.parameter() + "." + value);
        };
    }

    private String partner(String value) {
        UUID id = id(value);
        return id == null
                ? value
                : organizations.find(id).map(ref -> ref.label(Text.locale())).orElse(value);
    }

    private static @org.jspecify.annotations.Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
