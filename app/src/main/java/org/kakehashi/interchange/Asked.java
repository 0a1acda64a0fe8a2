package org.kakehashi.interchange;

import java.util.List;

/// One name to be reconciled, with what is known beside it.
///
/// @param text as written; may be empty when a condition names an identifier
/// @param types kinds of organizations wanted, in ROR's words; empty asks for none in particular
/// @param limit how many candidates at most
public record Asked(
        String text, List<String> types, Strictness strictness, int limit, List<Wish> wishes) {
    public static final int USUAL_LIMIT = 5;
    public static final int MOST = 25;

    /// What several types mean.
    public enum Strictness {
        /// A candidate has at least one.
        ANY,
        /// A candidate has all of them.
        ALL,
        /// Others may be offered too.
        SHOULD
    }

    /// A property a candidate should or must have.
    ///
    /// @param values alternatives, as written
    /// @param need what becomes of a candidate that differs
    /// @param all the candidate must have every value, not only one
    public record Wish(Property property, List<String> values, Need need, boolean all) {
        public Wish {
            values = List.copyOf(values);
        }

        /// A wish that lowers what differs.
        public static Wish of(Property property, List<String> values) {
            return new Wish(property, values, Need.SHOULD, false);
        }
    }

    /// How strongly something is asked for.
    public enum Need {
        SHOULD,
        MUST,
        MUST_NOT
    }

    public Asked {
        types = List.copyOf(types);
        wishes = List.copyOf(wishes);
        limit = Math.clamp(limit, 1, MOST);
    }
}
