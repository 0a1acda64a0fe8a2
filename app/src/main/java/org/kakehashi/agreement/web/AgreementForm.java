package org.kakehashi.agreement.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The form of an agreement as typed: every field by its name, so that nothing is lost whatever is
/// wrong with it. Groups that repeat are numbered: `party0`, `party1`, …
///
/// @param version empty for a new agreement
/// @param problems message key or sentence by field
public record AgreementForm(
        @Nullable String id,
        String version,
        Map<String, List<String>> values,
        Map<String, String> problems) {
    static final List<String> GROUPS = List.of("party", "unit", "annex", "signature", "condition");
    private static final int MOST = 60;

    public AgreementForm {
        values = Map.copyOf(values);
    }

    /// The same form on top of a newer version of the record.
    AgreementForm on(int newer) {
        return new AgreementForm(id, Integer.toString(newer), values, problems);
    }

    public @Nullable String value(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? null : all.getFirst();
    }

    /// The value without blanks around it; null if nothing is left.
    @Nullable String text(String name) {
        String value = value(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String textOr(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    public boolean checked(String name) {
        return "true".equals(value(name));
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    public @Nullable String problem(String name) {
        return problems.get(name);
    }

    /// How many of a group stand on the form.
    public int count(String group) {
        String count = value(group + "Count");
        return count != null && count.matches("\\d{1,2}")
                ? Math.min(MOST, Integer.parseInt(count))
                : 0;
    }

    public List<Integer> indices(String group) {
        return IntStream.range(0, count(group)).boxed().toList();
    }

    public boolean isNew() {
        return id == null;
    }

    public String action() {
        return id == null ? "/agreements/new" : "/agreements/" + id + "/edit";
    }

    AgreementForm with(Map<String, String> found) {
        return new AgreementForm(id, version, values, found);
    }

    /// The form after one of its own buttons: one more of a group (`add:party`), or one less
    /// (`remove:party:1`).
    AgreementForm after(String button) {
        String[] words = button.split(":");
        if (words.length == 2 && words[0].equals("add") && GROUPS.contains(words[1])) {
            return resized(words[1], count(words[1]) + 1);
        }
        boolean removal =
                words.length == 3
                        && words[0].equals("remove")
                        && GROUPS.contains(words[1])
                        && words[2].matches("\\d{1,2}");
        return removal ? without(words[1], Integer.parseInt(words[2])) : this;
    }

    private AgreementForm resized(String group, int size) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(group + "Count", List.of(Integer.toString(Math.min(MOST, size))));
        return new AgreementForm(id, version, changed, Map.of());
    }

    private AgreementForm without(String group, int gone) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            int number = number(group, name);
            if (number < 0 || number < gone) {
                kept.put(name, value);
            } else if (number > gone) {
                String rest = name.substring(group.length() + Integer.toString(number).length());
                kept.put(group + (number - 1) + rest, value);
            }
        });
        return new AgreementForm(id, version, kept, Map.of())
                .resized(group, Math.max(0, count(group) - 1));
    }

    /// Which of the group the field belongs to; negative if to none.
    private static int number(String group, String name) {
        if (!name.startsWith(group)) {
            return -1;
        }
        int end = group.length();
        while (end < name.length() && Character.isDigit(name.charAt(end))) {
            end++;
        }
        return end == group.length() || end > group.length() + 2
                ? -1
                : Integer.parseInt(name.substring(group.length(), end));
    }

    /// A list to build values in.
    static List<String> one(@Nullable Object value) {
        List<String> list = new ArrayList<>();
        if (value != null) {
            list.add(value.toString());
        }
        return list;
    }
}
