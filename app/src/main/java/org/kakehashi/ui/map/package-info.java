/// The world map: countries shaded by a figure, places as circles, each with links and the same
/// figures as a table.
@NullMarked
package org.kakehashi.ui.map;

import org.jspecify.annotations.NullMarked;
