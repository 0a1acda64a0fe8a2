/// Turns the names people write for institutions into registry organizations, with evidence.
@NullMarked
package org.kakehashi.resolver;

import org.jspecify.annotations.NullMarked;
