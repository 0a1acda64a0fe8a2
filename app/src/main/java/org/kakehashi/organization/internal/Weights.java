package org.kakehashi.organization.internal;

import java.util.List;
import org.kakehashi.resolver.Kind;
import org.kakehashi.resolver.Status;
import org.kakehashi.resolver.ror.RorRecord;

/// How likely a reader means an organization when several fit, in arbitrary points: what the
/// registry knows much about is well known; universities are what our readers mostly look for.
final class Weights {
    /// Someone thought an organization of our own worth entering.
    static final int LOCAL = 80;

    private Weights() {}

    static int of(RorRecord record) {
        int weight = record.status() == Status.ACTIVE ? 50 : 0;
        weight += Math.min(20, record.names().size() * 2);
        weight += Math.min(40, record.relationships().size());
        weight +=
                record.links().stream().anyMatch(link -> link.type().equals("wikipedia")) ? 10 : 0;
        weight += record.types().contains(Kind.EDUCATION) ? 15 : 0;
        weight += record.types().contains(Kind.COMPANY) ? -10 : 0;
        return weight + Math.min(10, identifiers(record.externalIds()));
    }

    private static int identifiers(List<RorRecord.ExternalId> ids) {
        return ids.stream().mapToInt(id -> id.all().size()).sum() * 2;
    }
}
