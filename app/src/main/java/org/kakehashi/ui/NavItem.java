package org.kakehashi.ui;

import java.util.function.Predicate;
import org.kakehashi.kernel.CurrentUser;

/// An entry of the main navigation, contributed by a room as a bean: group, message key, address,
/// order within the group, who sees it.
public record NavItem(
        NavGroup group, String key, String href, int order, Predicate<CurrentUser> visible) {}
