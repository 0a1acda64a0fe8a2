package org.kakehashi.document;

import java.util.List;
import java.util.Map;

/// What the fields of a template become. A field `{{partner}}` takes from the fields; a table row
/// or paragraph with `{{quotas.kind}}` is repeated for each entry of the list `quotas`.
///
/// An empty value is given on purpose; a name that is missing here is reported, never left empty.
public record TemplateValues(
        Map<String, String> fields, Map<String, List<Map<String, String>>> lists) {
    public TemplateValues {
        fields = Map.copyOf(fields);
        lists = Map.copyOf(lists);
    }

    public static TemplateValues of(Map<String, String> fields) {
        return new TemplateValues(fields, Map.of());
    }
}
