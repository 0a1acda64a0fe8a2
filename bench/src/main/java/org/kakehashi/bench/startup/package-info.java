/// How fast the product starts from a built tree, and what it keeps in memory.
@NullMarked
package org.kakehashi.bench.startup;

import org.jspecify.annotations.NullMarked;
