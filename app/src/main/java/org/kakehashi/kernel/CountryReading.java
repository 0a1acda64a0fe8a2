package org.kakehashi.kernel;

/// What a text turned out to be when it was read as the name of a country or region.
public sealed interface CountryReading {

    /// A country (国・地域). `name` is the part of the text that names it, without counts and marks.
    record Named(Country country, String name, Spelling spelling) implements CountryReading {}

    /// A continent or group of countries (アジア, Latin America), which is never a country.
    record WorldRegion(String name) implements CountryReading {}

    /// Anything else.
    record Unknown() implements CountryReading {}

    /// How sure the reading is.
    enum Spelling {
        /// a name or usual abbreviation as it stands
        EXACT,
        /// only the ISO code was given
        CODE,
        /// so near to exactly one name that it must be a misspelling of it; worth a look
        MISSPELT
    }

    default boolean isCountry() {
        return this instanceof Named;
    }

    default boolean isRegion() {
        return this instanceof WorldRegion;
    }
}
