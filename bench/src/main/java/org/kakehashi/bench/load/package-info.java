/// Many signed-in people at once.
@NullMarked
package org.kakehashi.bench.load;

import org.jspecify.annotations.NullMarked;
