package org.kakehashi.interchange.web;

import java.util.List;
import org.kakehashi.interchange.Property;

/// The guide to the reconciliation service.
///
/// @param origin where this installation stands, as the reader sees it
public record GuidePage(String origin, List<Property> properties, List<Clue> clues) {
    /// Evidence a candidate may carry.
    ///
    /// @param against it speaks against the candidate
    public record Clue(String id, String text, boolean against) {}

    public String address() {
        return origin + "/reconcile";
    }

    public String japanese() {
        return origin + "/ja/reconcile";
    }

    public String english() {
        return origin + "/en/reconcile";
    }

    public String draft() {
        return origin + "/reconcile/v1";
    }

    public int batch() {
        return Limits.BATCH;
    }

    public int records() {
        return Limits.RECORDS;
    }

    public int kilobytes() {
        return Limits.BYTES / 1024;
    }
}
