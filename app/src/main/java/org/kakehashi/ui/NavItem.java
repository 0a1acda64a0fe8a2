package org.kakehashi.ui;

import java.util.function.Predicate;
import org.kakehashi.kernel.CurrentUser;

/// An entry of the main navigation, contributed by a room as a bean: message key, address, order,
/// who sees it.
public record NavItem(String key, String href, int order, Predicate<CurrentUser> visible) {}
