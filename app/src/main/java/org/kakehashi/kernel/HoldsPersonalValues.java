package org.kakehashi.kernel;

import java.util.UUID;

/// A place where values about a person are kept in the clear, contributed by a room as a bean. When
/// the person is erased, each place empties itself, in the transaction of the erasure.
public interface HoldsPersonalValues {
    void erase(UUID person);
}
