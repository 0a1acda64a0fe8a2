package org.kakehashi.resolver;

/// How far the resolver dares to go.
public enum Decision {
    /// One organization, safe to accept without a person.
    CERTAIN,
    /// Candidates for a person to choose from; never to be accepted unseen.
    SUGGESTED,
    /// Nothing worth showing: the resolver does not know.
    NONE
}
