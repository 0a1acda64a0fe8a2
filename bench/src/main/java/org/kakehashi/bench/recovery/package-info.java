/// Kills the running product at random moments and looks at what is left.
@NullMarked
package org.kakehashi.bench.recovery;

import org.jspecify.annotations.NullMarked;
