package org.kakehashi.ui.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.kakehashi.ui.view.LateDifference;

/// The form of a page, as the record stands now, filled with what somebody typed before.
final class LateForm {
    private final Document page;
    private final Element form;
    private final List<LateDifference> differences = new ArrayList<>();

    private LateForm(Document page, Element form) {
        this.page = page;
        this.form = form;
    }

    /// Finds the form that was sent to `action` on the page at `path`, and fills it.
    static Optional<LateForm> in(
            String html, String path, String action, Map<String, String[]> typed) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        return page.select("form[method=post]").stream()
                .filter(form -> sentTo(form, path).equals(action) && offers(form, typed))
                .findFirst()
                .map(form -> {
                    LateForm late = new LateForm(page, form);
                    late.fill(typed);
                    return late;
                });
    }

    List<LateDifference> differences() {
        return differences;
    }

    /// The page with this note before the form.
    String with(String note) {
        form.before(note);
        return page.outerHtml();
    }

    private static String sentTo(Element form, String path) {
        String action = form.attr("action");
        return action.isEmpty() ? path : action.replaceAll("[?#].*", "");
    }

    /// Does the form have a field for most of what was typed?
    private static boolean offers(Element form, Map<String, String[]> typed) {
        Set<String> names = new HashSet<>(form.select("[name]").eachAttr("name"));
        return typed.keySet().stream().filter(names::contains).count() * 2 > typed.size();
    }

    private void fill(Map<String, String[]> typed) {
        Set<String> names = new LinkedHashSet<>(form.select("[name]").eachAttr("name"));
        for (String name : names) {
            Elements fields =
                    new Elements(
                            form.select("[name]").stream()
                                    .filter(one -> one.attr("name").equals(name))
                                    .toList());
            List<String> values = Arrays.asList(typed.getOrDefault(name, new String[0]));
            Element first = fields.getFirst();
            if (first.is("input[type=checkbox], input[type=radio]")) {
                check(fields, values);
            } else if (!first.is("[type=hidden], [type=file], button, [type=submit]")
                    && !values.isEmpty()) {
                for (int i = 0; i < Math.min(fields.size(), values.size()); i++) {
                    write(fields.get(i), values.get(i));
                }
            } else if (first.hasAttr("data-combobox-value") && !values.isEmpty()) {
                first.val(values.getFirst()); // what stands in the visible field beside it
            }
        }
        // fields the newer record has no place for, such as further rows
        typed.forEach((name, values) -> {
            if (!names.contains(name) && !name.startsWith("_")) {
                Arrays.stream(values)
                        .filter(value -> !value.isBlank())
                        .forEach(value -> differences.add(new LateDifference(name, "", value, "")));
            }
        });
    }

    private void write(Element field, String typed) {
        String saved = field.is("select") ? chosen(field) : words(field.val());
        if (field.is("select")) {
            field.select("option")
                    .forEach(option -> option.attr("selected", option.val().equals(typed)));
        } else if (field.is("textarea")) {
            field.text(typed);
        } else {
            field.val(typed);
        }
        note(field, saved, field.is("select") ? chosen(field) : words(typed));
    }

    private void check(Elements fields, List<String> values) {
        String saved = checked(fields);
        for (Element field : fields) {
            field.attr("checked", values.contains(field.hasAttr("value") ? field.val() : "on"));
        }
        note(fields.getFirst(), saved, checked(fields));
    }

    private void note(Element field, String saved, String typed) {
        if (!saved.equals(typed)) {
            String id = field.id();
            if (id.isEmpty()) {
                Element group = field.closest("fieldset[id]");
                id = group == null ? "" : group.id();
            }
            differences.add(new LateDifference(label(field), saved, typed, id));
        }
    }

    /// Line ends differ between what is stored, shown and sent.
    private static String words(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private static String chosen(Element select) {
        Element option = select.selectFirst("option[selected]");
        option = option == null ? select.selectFirst("option") : option;
        return option == null ? "" : option.text();
    }

    private String checked(Elements fields) {
        return fields.stream()
                .filter(one -> one.hasAttr("checked"))
                .map(this::ownLabel)
                .collect(Collectors.joining(", "));
    }

    private String label(Element field) {
        Element group = field.closest("fieldset");
        Element legend = group == null ? null : group.selectFirst("legend");
        String own = ownLabel(field);
        if (legend == null) {
            return own;
        }
        String of = legend.ownText().strip();
        return field.is("[type=radio], [type=checkbox]") || own.isEmpty() ? of : of + ": " + own;
    }

    private String ownLabel(Element field) {
        Element label =
                field.id().isEmpty()
                        ? null
                        : page.select("label[for]").stream()
                                .filter(one -> one.attr("for").equals(field.id()))
                                .findFirst()
                                .orElse(null);
        label = label == null ? field.closest("label") : label;
        if (label == null) {
            return field.hasAttr("aria-label") ? field.attr("aria-label") : "";
        }
        String text = label.ownText().strip();
        return text.isEmpty() ? label.text() : text;
    }
}
