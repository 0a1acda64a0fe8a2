package org.kakehashi.agreement.facts;

import java.util.Optional;

/// By what agreements are filtered and counted. A value that nobody knows is [#UNKNOWN].
public enum Dimension {
    STATUS("status", true),
    LEVEL("level", true),
    KIND("kind", false),
    COUNTRY("country", false),
    REGION("region", false),
    /// One of our units; a filter includes the units below it.
    UNIT("unit", false),
    /// A partner's id.
    PARTNER("partner", false),
    /// Fiscal year in which it came into force.
    STARTED("started", true),
    /// Fiscal year of its last day: ended by somebody or by its term.
    ENDED("ended", true),
    /// `true` if all partners are recognised.
    RECOGNISED("recognised", true),
    /// `true` if it is known until when it is valid, or that it has no end of its own.
    END_KNOWN("endKnown", true),
    /// How it is renewed.
    RENEWAL("renewal", true),
    /// `true` while a renewal is under way.
    PENDING("pending", true),
    VISIBILITY("visibility", true);

    public static final String UNKNOWN = "unknown";

    private final String parameter;
    private final boolean partition;

    Dimension(String parameter, boolean partition) {
        this.parameter = parameter;
        this.partition = partition;
    }

    /// Its name in addresses.
    public String parameter() {
        return parameter;
    }

    /// Does every agreement have exactly one value, so that the counts add up to the total?
    public boolean partition() {
        return partition;
    }

    public static Optional<Dimension> ofParameter(String name) {
        for (Dimension dimension : values()) {
            if (dimension.parameter.equals(name)) {
                return Optional.of(dimension);
            }
        }
        return Optional.empty();
    }
}
