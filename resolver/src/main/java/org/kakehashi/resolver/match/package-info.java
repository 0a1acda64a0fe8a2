/// Finds names inside a text, weighs candidates and decides.
@NullMarked
package org.kakehashi.resolver.match;

import org.jspecify.annotations.NullMarked;
