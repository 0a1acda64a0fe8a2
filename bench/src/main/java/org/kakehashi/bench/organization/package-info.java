/// How fast the registry comes in and organizations are found.
@NullMarked
package org.kakehashi.bench.organization;

import org.jspecify.annotations.NullMarked;
