package org.kakehashi.ui.view;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// An address with its parameters, from which links to sorted, filtered and paged views of the same
/// list are made.
public record Query(String path, Map<String, List<String>> values) {
    /// Never carried into links: the language switch is not a property of a view.
    private static final Set<String> TRANSIENT = Set.of("lang", "_csrf");

    public Query {
        values = copy(values);
    }

    public static Query of(String path) {
        return new Query(path, Map.of());
    }

    public static Query of(HttpServletRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap()
                .forEach((name, given) -> {
                    if (!TRANSIENT.contains(name)) {
                        values.put(name, Arrays.asList(given));
                    }
                });
        return new Query(request.getRequestURI(), values);
    }

    /// The present request.
    public static Query here() {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return of(attributes.getRequest());
    }

    public @Nullable String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : all.getFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public Query at(String otherPath) {
        return new Query(otherPath, values);
    }

    public Query with(String name, @Nullable Object value) {
        return value == null ? without(name) : withAll(name, List.of(value.toString()));
    }

    public Query withAll(String name, List<String> some) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(name, some);
        return new Query(path, changed);
    }

    public Query without(String... names) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        Arrays.asList(names).forEach(changed::remove);
        return new Query(path, changed);
    }

    /// One value of a parameter that may have several, taken away; the way a chosen filter is
    /// lifted again.
    public Query without(String name, String value) {
        return withAll(name, all(name).stream().filter(one -> !one.equals(value)).toList());
    }

    public String href() {
        String parameters =
                pairs().stream()
                        .map(pair -> encode(pair.name()) + "=" + encode(pair.value()))
                        .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }

    /// A parameter with one value, for hidden fields of a form that must keep the others.
    public record Pair(String name, String value) {}

    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        values.forEach((name, some) -> some.forEach(value -> pairs.add(new Pair(name, value))));
        return pairs;
    }

    @Override
    public String toString() {
        return href();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Blank values say nothing and only make addresses long.
    private static Map<String, List<String>> copy(Map<String, List<String>> values) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, some) -> {
            List<String> said = some.stream().filter(value -> !value.isBlank()).toList();
            if (!said.isEmpty()) {
                copy.put(name, said);
            }
        });
        return java.util.Collections.unmodifiableMap(copy);
    }
}
