package org.kakehashi.resolver.match;

import org.kakehashi.resolver.NameKind;

/// An organization a match may mean, with what is known for and against it.
///
/// @param name ordinal of the name found
/// @param kind of that name
record Option(
        int org,
        int name,
        NameKind kind,
        double closeness,
        Countries country,
        boolean placeAgrees,
        boolean domainAgrees,
        KindFit kindFit) {

    /// Whether the organization is of the kind wanted.
    enum KindFit {
        FITS,
        UNKNOWN,
        CONTRADICTS
    }

    Option in(Countries stated) {
        return new Option(org, name, kind, closeness, stated, placeAgrees, domainAgrees, kindFit);
    }

    boolean isOfficial() {
        return kind == NameKind.DISPLAY || kind == NameKind.LABEL;
    }
}
