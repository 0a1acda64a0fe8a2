/// A compact, immutable index of names: primitive arrays and one pool of bytes.
@NullMarked
package org.kakehashi.resolver.index;

import org.jspecify.annotations.NullMarked;
