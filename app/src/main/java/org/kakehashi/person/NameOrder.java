package org.kakehashi.person;

import org.kakehashi.kernel.Coded;

/// In which order a name stands in Latin letters.
public enum NameOrder implements Coded {
    /// YAMADA Taro
    FAMILY_FIRST,
    /// Maria GARCIA
    GIVEN_FIRST
}
