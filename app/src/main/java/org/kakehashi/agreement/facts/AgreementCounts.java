package org.kakehashi.agreement.facts;

import static org.kakehashi.schema.agreement.Tables.AGREEMENT_FACTS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Counts of many filters from one pass over the agreements, so that a page of figures costs about
/// as much as one. Each number is what [AgreementFacts#count] gives for the same filter; a test
/// compares them.
@Service
@Transactional(readOnly = true)
public class AgreementCounts {
    private final DSLContext jooq;
    private final AgreementFacts facts;
    private final AgreementScope scope;
    private final Units units;
    private final Kept kept;

    AgreementCounts(
            DSLContext jooq, AgreementFacts facts, AgreementScope scope, Units units, Kept kept) {
        this.jooq = jooq;
        this.facts = facts;
        this.scope = scope;
        this.units = units;
        this.kept = kept;
    }

    private record Totals(List<AgreementFilter> filters) {}

    private record Parts(Dimension dimension, List<AgreementFilter> filters) {}

    /// How many agreements each filter has, in the order of the filters.
    public long[] of(List<AgreementFilter> filters) {
        return kept.answer(new Totals(List.copyOf(filters)), () -> counted(filters)).clone();
    }

    private long[] counted(List<AgreementFilter> filters) {
        Map<AgreementFilter, Long> found = new HashMap<>();
        Map<List<Boolean>, List<AgreementFilter>> alike = new LinkedHashMap<>();
        for (AgreementFilter filter : filters) {
            if (Traits.tell(filter)) {
                alike.computeIfAbsent(Traits.years(filter), any -> new ArrayList<>()).add(filter);
            } else {
                found.put(filter, facts.count(filter));
            }
        }
        for (List<AgreementFilter> some : alike.values()) {
            long[] numbers = tally(null, some).getOrDefault("", new long[some.size()]);
            for (int i = 0; i < numbers.length; i++) {
                found.put(some.get(i), numbers[i]);
            }
        }
        return filters.stream().mapToLong(filter -> found.getOrDefault(filter, 0L)).toArray();
    }

    /// How many agreements of each filter have each value of the dimension. One with several values
    /// counts under each; under a unit count those of the units below it too.
    public Map<String, long[]> by(Dimension dimension, List<AgreementFilter> filters) {
        if (!filters.stream().allMatch(Traits::tell)) {
            throw new IllegalArgumentException("A filter here chooses by partitions only");
        }
        return kept.answer(
                new Parts(dimension, List.copyOf(filters)),
                () -> Collections.unmodifiableMap(tally(dimension, filters)));
    }

    /// Agreements that agree in everything the filters ask about are counted by the database; which
    /// filter such a group belongs to is decided here.
    private Map<String, long[]> tally(
            @Nullable Dimension dimension, List<AgreementFilter> filters) {
        Map<String, long[]> counts = new HashMap<>();
        if (filters.isEmpty()) {
            return counts;
        }
        Traits traits = Traits.of(filters);
        List<Field<?>> groups = new ArrayList<>(traits.fields());
        Field<? extends Object[]> values =
                dimension == null ? null : values(dimension, filters.getFirst());
        if (values != null) {
            groups.add(values);
        }
        List<SelectField<?>> selected = new ArrayList<>(groups);
        Field<Integer> size = DSL.count();
        selected.add(size);
        jooq.select(selected)
                .from(AGREEMENT_FACTS)
                .where(scope.ofFacts())
                .groupBy(groups)
                .forEach(group -> {
                    boolean[] fits = traits.fits(group);
                    long records = Objects.requireNonNull(group.get(size));
                    for (String key : keys(dimension, values == null ? null : group.get(values))) {
                        add(
                                counts.computeIfAbsent(key, any -> new long[fits.length]),
                                fits,
                                records);
                    }
                });
        counts.values().removeIf(numbers -> Arrays.stream(numbers).allMatch(n -> n == 0));
        return counts;
    }

    private static void add(long[] counts, boolean[] fits, long records) {
        for (int i = 0; i < fits.length; i++) {
            counts[i] += fits[i] ? records : 0;
        }
    }

    private Set<String> keys(@Nullable Dimension dimension, Object @Nullable [] values) {
        if (values == null) {
            return Set.of("");
        }
        Set<String> keys = new LinkedHashSet<>();
        for (Object value : values) {
            keys.add(value.toString());
            if (dimension == Dimension.UNIT) {
                keys.addAll(above((UUID) value));
            }
        }
        return keys.isEmpty() ? Set.of(Dimension.UNKNOWN) : keys;
    }

    private List<String> above(UUID unit) {
        List<String> above = new ArrayList<>();
        UUID parent = units.find(unit).map(Unit::parent).orElse(null);
        while (parent != null) {
            above.add(parent.toString());
            parent = units.find(parent).map(Unit::parent).orElse(null);
        }
        return above;
    }

    private static Field<? extends Object[]> values(Dimension dimension, AgreementFilter day) {
        return switch (dimension) {
            case KIND -> AGREEMENT_FACTS.KINDS;
            case COUNTRY -> AGREEMENT_FACTS.COUNTRIES;
            case REGION -> AGREEMENT_FACTS.REGIONS;
            case UNIT -> AGREEMENT_FACTS.UNIT_IDS;
            case PARTNER -> AGREEMENT_FACTS.ORGANIZATION_IDS;
            case LEVEL, STARTED, ENDED, RECOGNISED, END_KNOWN, RENEWAL, PENDING, VISIBILITY ->
                    DSL.array(AgreementFacts.value(dimension, day));
            case STATUS -> throw new IllegalArgumentException("A status belongs to a day");
        };
    }

    /// What a set of filters asks about agreements: columns that partition them, the status once
    /// for each day.
    private record Traits(List<AgreementFilter> filters, List<Trait> all) {
        /// A dimension, and for the status the day and months it is asked for.
        private record Trait(Dimension dimension, AgreementFilter day, String name) {
            Field<String> field() {
                return AgreementFacts.value(dimension, day).as(name);
            }
        }

        /// Can the filter be told from such columns alone?
        static boolean tell(AgreementFilter filter) {
            return filter.text().isEmpty()
                    && filter.chosen().keySet().stream().allMatch(Dimension::partition);
        }

        /// Years make many groups: filters that ask for them are counted apart from those that do
        /// not.
        static List<Boolean> years(AgreementFilter filter) {
            return List.of(
                    filter.chosen().containsKey(Dimension.STARTED),
                    filter.chosen().containsKey(Dimension.ENDED),
                    filter.chosen().containsKey(Dimension.STATUS));
        }

        static Traits of(List<AgreementFilter> filters) {
            Map<String, Trait> all = new LinkedHashMap<>();
            for (AgreementFilter filter : filters) {
                for (Dimension dimension : filter.chosen().keySet()) {
                    String name = name(dimension, filter);
                    all.computeIfAbsent(name, any -> new Trait(dimension, filter, name));
                }
            }
            return new Traits(filters, List.copyOf(all.values()));
        }

        private static String name(Dimension dimension, AgreementFilter filter) {
            return dimension == Dimension.STATUS
                    ? "status_" + filter.asOf().toString().replace('-', '_') + "_" + filter.months()
                    : dimension.name().toLowerCase(java.util.Locale.ROOT);
        }

        List<Field<String>> fields() {
            return all.stream().map(Trait::field).toList();
        }

        /// Which filters the group belongs to.
        boolean[] fits(Record group) {
            Map<String, String> values = new HashMap<>();
            all.forEach(trait -> values.put(trait.name(), group.get(trait.name(), String.class)));
            boolean[] fits = new boolean[filters.size()];
            for (int i = 0; i < fits.length; i++) {
                AgreementFilter filter = filters.get(i);
                fits[i] =
                        filter.chosen().entrySet().stream()
                                .allMatch(chosen ->
                                        chosen.getValue()
                                                .contains(
                                                        values.get(name(chosen.getKey(), filter))));
            }
            return fits;
        }
    }
}
