package org.kakehashi.organization;

/// What another organization is to this one.
///
/// @param type `parent`, `child` or `related`
public record Relation(String type, OrganizationRef other) {}
