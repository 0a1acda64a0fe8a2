/// Figures, dashboards and their records where a million statements of exchange are counted.
@NullMarked
package org.kakehashi.bench.indicators;

import org.jspecify.annotations.NullMarked;
