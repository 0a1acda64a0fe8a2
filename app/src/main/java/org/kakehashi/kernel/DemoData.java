package org.kakehashi.kernel;

/// A room's share of the demonstration data. Contributed as a bean; run once, in order, on a fresh
/// demonstration installation, as the system.
public interface DemoData {
    /// Lower numbers first: a room comes after the rooms it depends on.
    int order();

    void fill();
}
