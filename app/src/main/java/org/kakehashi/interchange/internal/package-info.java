/// What only this room uses.
@NullMarked
package org.kakehashi.interchange.internal;

import org.jspecify.annotations.NullMarked;
