package org.kakehashi.ui;

import java.util.function.Predicate;
import org.kakehashi.kernel.CurrentUser;

/// An entry of the main navigation, contributed by a room as a bean: group, message key, address,
/// order within the group, who sees it.
public record NavItem(
        NavGroup group, String key, String href, int order, Predicate<CurrentUser> visible) {
    public NavItem(String key, String href, int order, Predicate<CurrentUser> visible) {
        this(
                order >= 600
                        ? NavGroup.ADMINISTRATION
                        : order >= 500
                                ? NavGroup.STRATEGY
                                : order >= 400
                                        ? NavGroup.LISTS
                                        : order >= 60 && order < 300
                                                ? NavGroup.REVIEW
                                                : order >= 30 && order < 40
                                                        ? NavGroup.PEOPLE
                                                        : order == 10
                                                                ? NavGroup.TOP
                                                                : NavGroup.PARTNERSHIP,
                key,
                href,
                order,
                visible);
    }
}
