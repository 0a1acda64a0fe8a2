package org.kakehashi.agreement.facts;

/// How many agreements have this value of a dimension; [Dimension#UNKNOWN] where nobody knows.
public record Counted(String value, long count) {}
