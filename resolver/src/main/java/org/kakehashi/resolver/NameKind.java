package org.kakehashi.resolver;

/// What a registry says about a name. Order matters: earlier kinds weigh more.
public enum NameKind {
    /// The registry's display name.
    DISPLAY,
    /// An official name in some language.
    LABEL,
    /// A former name, variant or translation.
    ALIAS,
    /// Initials; never enough on their own.
    ACRONYM
}
