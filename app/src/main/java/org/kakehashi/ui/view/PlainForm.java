package org.kakehashi.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page with one plain form.
///
/// @param action where it is sent
/// @param cancel where the reader came from
public record PlainForm(
        String title,
        @Nullable String lead,
        List<Crumb> crumbs,
        String action,
        String cancel,
        Typed typed,
        List<Input> inputs) {
    public PlainForm {
        crumbs = List.copyOf(crumbs);
        inputs = List.copyOf(inputs);
    }

    /// A field of the form.
    ///
    /// @param choices of a list
    public record Input(
            String name,
            String label,
            Kind kind,
            boolean required,
            @Nullable String hint,
            List<Choice> choices,
            @Nullable String none) {
        public enum Kind {
            TEXT,
            /// A line in both languages: fields `…Ja` and `…En`.
            BOTH,
            /// Paragraphs in both languages.
            BOTH_LONG,
            DAY,
            LIST,
            HIDDEN
        }

        public static Input text(String name, String label) {
            return new Input(name, label, Kind.TEXT, false, null, List.of(), null);
        }

        public static Input both(String name, String label) {
            return new Input(name, label, Kind.BOTH, false, null, List.of(), null);
        }

        public static Input bothLong(String name, String label) {
            return new Input(name, label, Kind.BOTH_LONG, false, null, List.of(), null);
        }

        public static Input day(String name, String label) {
            return new Input(name, label, Kind.DAY, false, null, List.of(), null);
        }

        /// @param none what choosing nothing is called; null where something must be chosen
        public static Input list(
                String name, String label, List<Choice> choices, @Nullable String none) {
            return new Input(name, label, Kind.LIST, false, null, choices, none);
        }

        public static Input hidden(String name) {
            return new Input(name, name, Kind.HIDDEN, false, null, List.of(), null);
        }

        public Input needed() {
            return new Input(name, label, kind, true, hint, choices, none);
        }

        public Input hint(String text) {
            return new Input(name, label, kind, required, text, choices, none);
        }
    }

    /// The choices of a list with what is typed chosen.
    public List<Choice> choices(Input input) {
        String chosen = String.valueOf(typed.get(input.name()));
        return input.choices().stream().map(one -> one.chosenIf(chosen)).toList();
    }
}
