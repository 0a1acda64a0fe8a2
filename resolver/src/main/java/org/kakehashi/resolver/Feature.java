package org.kakehashi.resolver;

/// The reasons a [Candidate] can carry. In brackets: the arguments of the [Evidence].
public enum Feature {
    /// A person decided this before; nothing outweighs it.
    HUMAN_DECISION(false),
    /// The registry has exactly this name [name].
    NAME_EQUAL(false),
    /// Equal but for spelling: long vowels, umlauts, abbreviations, small words [name].
    NAME_SPELLING(false),
    /// The same words in turned order, as "University of X" and "X University" [name].
    NAME_TURNED(false),
    /// The same words in any order [name].
    NAME_SAME_WORDS(false),
    /// Equal but for a slip of the pen in one word [name, similarity in percent].
    NAME_TYPO(false),
    /// Only similar [name, similarity in percent].
    NAME_SIMILAR(false),
    /// Sounds similar across scripts [name, similarity in percent].
    NAME_SOUND(false),
    /// Only the initials agree [acronym].
    ACRONYM_ONLY(true),
    /// The text also gives the organization's initials [acronym].
    ACRONYM_TOO(false),
    /// The name found is an alias, perhaps a former name [display name].
    NAME_ALIAS(false),
    /// Country as stated [country code].
    COUNTRY_AGREES(false),
    /// A neighbouring code of the same state, such as Hong Kong and China [stated, registry].
    COUNTRY_RELATED(false),
    /// Stated and registered country differ [stated, registry].
    COUNTRY_CONTRADICTS(true),
    /// No country was stated.
    COUNTRY_UNKNOWN(true),
    /// City or region as stated [place].
    PLACE_AGREES(false),
    /// Domain as stated [domain].
    DOMAIN_AGREES(false),
    /// Kind as wanted [kind].
    KIND_AGREES(false),
    /// Not of the kind wanted [kind].
    KIND_CONTRADICTS(true),
    /// No other organization of this name.
    ONLY_ONE(false),
    /// The only one of this name in the country [country code].
    ONLY_ONE_IN_COUNTRY(false),
    /// Several organizations fit equally [number].
    SEVERAL(true),
    /// The name consists of everyday words only.
    NAME_COMMON(true),
    /// The name is part of a longer name that is not understood [remaining text].
    REST_UNEXPLAINED(true),
    /// What remains is a department or faculty [remaining text].
    REST_IS_UNIT(false),
    /// The organization ended [identifier of its only successor, or empty].
    INACTIVE(true),
    /// The record was withdrawn [identifier of its only successor, or empty].
    WITHDRAWN(true),
    /// Several organizations continue it, and a person must say which one is meant [number].
    SPLIT(true),
    /// One of several that continue the organization named [its name as found, first day if known].
    CONTINUES(false);

    private final boolean against;

    Feature(boolean against) {
        this.against = against;
    }

    /// Whether it speaks against the candidate.
    public boolean against() {
        return against;
    }
}
