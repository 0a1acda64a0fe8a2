/// Measures the resolver: speed, memory and how often it is right.
@NullMarked
package org.kakehashi.bench.resolver;

import org.jspecify.annotations.NullMarked;
