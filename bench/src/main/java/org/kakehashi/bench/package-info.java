/// Benchmarks: programs that measure, started by `bin/bench NAME`, never part of the tests.
@NullMarked
package org.kakehashi.bench;

import org.jspecify.annotations.NullMarked;
