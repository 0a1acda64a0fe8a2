package org.kakehashi.agreement.facts;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.val;
import static org.kakehashi.schema.agreement.Tables.AGREEMENT_FACTS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kakehashi.access.Units;
import org.springframework.stereotype.Component;

/// A filter as a condition on `agreement.agreement_facts`.
@Component
class FilterCondition {
    private final Units units;
    private final AgreementScope scope;

    FilterCondition(Units units, AgreementScope scope) {
        this.units = units;
        this.scope = scope;
    }

    /// What the filter asks for, of what the person acting may read.
    Condition of(AgreementFilter filter) {
        List<Condition> all = new ArrayList<>();
        all.add(scope.ofFacts());
        filter.chosen().forEach((dimension, values) -> all.add(of(filter, dimension, values)));
        words(filter.text()).forEach(all::add);
        return DSL.and(all);
    }

    /// One dimension alone, whoever may read it.
    Condition of(AgreementFilter filter, Dimension dimension, Set<String> values) {
        return switch (dimension) {
            case STATUS -> AgreementScope.statusOfFacts(filter.asOf(), filter.months()).in(values);
            case LEVEL -> AGREEMENT_FACTS.LEVEL.in(values);
            case RENEWAL -> AGREEMENT_FACTS.RENEWAL_MODE.in(values);
            case VISIBILITY -> AGREEMENT_FACTS.VISIBILITY.in(values);
            case KIND -> overlaps(AGREEMENT_FACTS.KINDS, values);
            case COUNTRY -> overlaps(AGREEMENT_FACTS.COUNTRIES, values);
            case REGION -> overlaps(AGREEMENT_FACTS.REGIONS, values);
            case UNIT -> overlapsIds(AGREEMENT_FACTS.UNIT_IDS, values, withDescendants(values));
            case PARTNER -> overlapsIds(AGREEMENT_FACTS.ORGANIZATION_IDS, values, ids(values));
            case STARTED -> year(AGREEMENT_FACTS.START_YEAR, values);
            case ENDED -> year(AGREEMENT_FACTS.END_YEAR, values);
            case RECOGNISED -> truth(AGREEMENT_FACTS.RECOGNISED, values);
            case END_KNOWN -> truth(AGREEMENT_FACTS.END_KNOWN, values);
            case PENDING -> truth(AGREEMENT_FACTS.RENEWAL_PENDING, values);
        };
    }

    private static Condition overlaps(Field<String[]> field, Set<String> values) {
        Condition overlap =
                DSL.condition("{0} && {1}::text[]", field, val(values.toArray(String[]::new)));
        return values.contains(Dimension.UNKNOWN) ? overlap.or(isEmpty(field)) : overlap;
    }

    private static Condition overlapsIds(
            Field<UUID[]> field, Set<String> values, Collection<UUID> ids) {
        Condition overlap = DSL.condition("{0} && {1}", field, val(ids.toArray(UUID[]::new)));
        return values.contains(Dimension.UNKNOWN) ? overlap.or(isEmpty(field)) : overlap;
    }

    private static Condition isEmpty(Field<?> array) {
        return DSL.condition("cardinality({0}) = 0", array);
    }

    private static Condition year(Field<Integer> field, Set<String> values) {
        List<Integer> years =
                values.stream()
                        .filter(text -> text.matches("\\d{1,5}"))
                        .map(Integer::parseInt)
                        .toList();
        Condition in = years.isEmpty() ? falseCondition() : field.in(years);
        return values.contains(Dimension.UNKNOWN) ? in.or(field.isNull()) : in;
    }

    private static Condition truth(Field<Boolean> field, Set<String> values) {
        return field.in(values.stream().map(Boolean::parseBoolean).toList());
    }

    private Set<UUID> withDescendants(Set<String> values) {
        Set<UUID> all = new LinkedHashSet<>();
        ids(values).forEach(id -> all.addAll(units.withDescendants(id)));
        return all;
    }

    private static List<UUID> ids(Set<String> values) {
        return values.stream().flatMap(FilterCondition::id).toList();
    }

    private static Stream<UUID> id(String text) {
        try {
            return Stream.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /// Every word must occur somewhere; `%` and `_` are only characters. The word stands in the
    /// statement itself: whether an index helps depends on it.
    private static Stream<Condition> words(String text) {
        return Stream.of(text.split("[\\s\\u3000]+"))
                .filter(word -> !word.isBlank())
                .limit(8)
                .map(word ->
                        DSL.condition(
                                "{0} like '%' || agreement.doubled(agreement.folded({1})) || '%'",
                                AGREEMENT_FACTS.SEARCH, DSL.inline(word)));
    }
}
