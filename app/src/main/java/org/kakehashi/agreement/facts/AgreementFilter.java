package org.kakehashi.agreement.facts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kakehashi.agreement.Status;

/// Which agreements: the one definition behind the list page (as its address), exports, counts and
/// figures. Values of a dimension are alternatives, dimensions must all hold.
///
/// @param asOf the day on which the status is asked
/// @param months how long before its end an agreement is expiring
/// @param text words that must all occur in number, titles, names of partners and units
/// @param chosen values by dimension; a dimension that is absent does not restrict
public record AgreementFilter(
        LocalDate asOf, int months, String text, Map<Dimension, Set<String>> chosen) {
    public static final int MONTHS = 12;
    public static final String AS_OF = "asOf";
    public static final String TEXT = "q";
    public static final String EXPIRING_WITHIN = "within";

    private static final int LONGEST_TEXT = 200;

    public AgreementFilter {
        text = text.strip();
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        Map<Dimension, Set<String>> kept = new EnumMap<>(Dimension.class);
        chosen.forEach((dimension, values) -> {
            if (!values.isEmpty()) {
                kept.put(
                        dimension,
                        java.util.Collections.unmodifiableSet(new LinkedHashSet<>(values)));
            }
        });
        chosen = java.util.Collections.unmodifiableMap(kept);
    }

    /// Every agreement, with its status on this day.
    public static AgreementFilter on(LocalDate asOf) {
        return new AgreementFilter(asOf, MONTHS, "", Map.of());
    }

    /// Agreements in force on this day, expiring ones among them: the stock that is counted.
    public static AgreementFilter inForceOn(LocalDate asOf) {
        return on(asOf).with(Status.IN_FORCE, Status.EXPIRING);
    }

    /// Reads an address. What it does not understand does not restrict.
    public static AgreementFilter of(Map<String, List<String>> parameters, LocalDate today) {
        Map<Dimension, Set<String>> chosen = new EnumMap<>(Dimension.class);
        parameters.forEach((name, values) ->
                Dimension.ofParameter(name)
                        .ifPresent(dimension ->
                                chosen.put(
                                        dimension,
                                        values.stream()
                                                .filter(value -> !value.isBlank())
                                                .collect(
                                                        Collectors.toCollection(
                                                                LinkedHashSet::new)))));
        return new AgreementFilter(
                first(parameters, AS_OF).flatMap(AgreementFilter::date).orElse(today),
                first(parameters, EXPIRING_WITHIN)
                        .filter(text -> text.matches("\\d{1,3}"))
                        .map(Integer::parseInt)
                        .orElse(MONTHS),
                first(parameters, TEXT).orElse(""),
                chosen);
    }

    public AgreementFilter with(Dimension dimension, String... values) {
        Map<Dimension, Set<String>> changed = new EnumMap<>(Dimension.class);
        changed.putAll(chosen);
        changed.put(dimension, new LinkedHashSet<>(List.of(values)));
        return new AgreementFilter(asOf, months, text, changed);
    }

    public AgreementFilter with(Status... statuses) {
        List<String> codes = new ArrayList<>();
        for (Status status : statuses) {
            codes.add(status.code());
        }
        return with(Dimension.STATUS, codes.toArray(String[]::new));
    }

    public AgreementFilter without(Dimension dimension) {
        return with(dimension);
    }

    /// Those that end within so many months of the day.
    public AgreementFilter expiringWithin(int within) {
        return new AgreementFilter(asOf, within, text, chosen).with(Status.EXPIRING);
    }

    public AgreementFilter matching(String words) {
        return new AgreementFilter(asOf, months, words, chosen);
    }

    public Set<String> values(Dimension dimension) {
        return chosen.getOrDefault(dimension, Set.of());
    }

    /// Does it leave out nothing?
    public boolean isEverything() {
        return chosen.isEmpty() && text.isEmpty();
    }

    /// The parameters of the address that shows the same agreements.
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put(AS_OF, List.of(asOf.toString()));
        if (months != MONTHS) {
            parameters.put(EXPIRING_WITHIN, List.of(Integer.toString(months)));
        }
        if (!text.isEmpty()) {
            parameters.put(TEXT, List.of(text));
        }
        chosen.forEach(
                (dimension, values) -> parameters.put(dimension.parameter(), List.copyOf(values)));
        return parameters;
    }

    /// The address of the list of these agreements.
    public String href() {
        return "/agreements?"
                + parameters().entrySet().stream()
                        .flatMap(entry ->
                                entry.getValue().stream()
                                        .map(value -> entry.getKey() + "=" + encode(value)))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(date -> date.getYear() >= 1800 && date.getYear() <= 2200);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
