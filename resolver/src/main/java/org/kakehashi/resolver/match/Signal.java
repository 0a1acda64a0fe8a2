package org.kakehashi.resolver.match;

/// What the ranker looks at for an organization a part of a text may mean. Every signal is a small
/// number; where its effect is known beforehand the trained weights must follow it.
public enum Signal {
    /// How the name was found, from equal (0) to initials only (9).
    FAMILY(-1),
    /// Likeness of the name, 0 to 1.
    CLOSENESS(1),
    /// Display name (0), official name, alias, initials (3).
    NAME_KIND(0),
    /// Country contradicts (0), is not stated, is related, agrees (3).
    COUNTRY(1),
    /// A country is stated (1).
    COUNTRY_STATED(0),
    /// None of its cities is in the text (0), none is registered, one is in the text (2).
    PLACE(1),
    /// Places in the text all lie in other countries (0), say nothing, one lies in its country (2).
    PLACE_COUNTRY(1),
    /// Organizations of this name.
    OPTIONS(-1),
    /// Organizations of this name whose country fits.
    FITTING(-1),
    /// Organizations left after every question, if this is among them; else 9.
    NARROWED(-1),
    /// What stands before the name in its part of the text: nothing (0), a unit, not understood
    /// (2).
    BEFORE(0),
    /// What stands behind it.
    BEHIND(0),
    /// Runs from one part of the text into the next.
    STRADDLES(0),
    /// Names an institution and not only a part of one.
    INSTITUTION(0),
    /// Its first word says that it is an institution: "University of …".
    OPENS_AS_INSTITUTION(0),
    /// Its last word says so: "… University".
    CLOSES_AS_INSTITUTION(0),
    /// Opens with a word like department.
    OPENS_WITH_UNIT(0),
    /// Words of the name.
    WORDS(0),
    /// Rarity of its words together, 1 for a word no other name has.
    RARITY(1),
    /// Rarity of its rarest word.
    RAREST(1),
    /// Words that are not common.
    TELLING(1),
    /// Share of the text's letters it covers.
    SHARE_OF_TEXT(0),
    /// Share of the letters of its part of the text.
    SHARE_OF_SEGMENT(0),
    /// Parts of the text before it.
    SEGMENT(0),
    /// Parts of the text behind it.
    SEGMENTS_BEHIND(0),
    /// Other names of institutions in the text that do not overlap.
    OTHERS(0),
    /// Length of the longest name it overlaps, against its own.
    INSIDE(-1),
    /// That longer name is one of a university or school.
    INSIDE_EDUCATION(0),
    /// Length of the longest name within it, against its own.
    AROUND(0),
    /// That shorter name is one of a university or school.
    AROUND_EDUCATION(0),
    /// An organization above it is named: no (0), elsewhere, in an overlapping name (2).
    PARENT_HERE(0),
    /// An organization below it is named: no (0), elsewhere, in an overlapping name (2).
    CHILD_HERE(0),
    EDUCATION(0),
    HEALTHCARE(0),
    COMPANY(0),
    FACILITY(0),
    GOVERNMENT(0),
    NONPROFIT(0),
    FUNDER(0),
    /// Active (0), ended, withdrawn (2).
    STATUS(-1),
    /// Names the registry has for it.
    NAMES(0),
    /// The text gives its initials beside the name.
    INITIALS_TOO(1),
    /// Other organizations whose display names begin with this name and go on.
    STEM(-1),
    /// Stands in brackets.
    IN_BRACKETS(0),
    /// Other names in the text are of other countries (0), say nothing, of its country (2).
    NEIGHBOURS(1),
    /// Written in East Asian characters.
    EAST_ASIAN(0);

    private final int direction;

    Signal(int direction) {
        this.direction = direction;
    }

    /// 1 if more of it may only speak for the organization, -1 if only against it, 0 if either.
    public int direction() {
        return direction;
    }
}
