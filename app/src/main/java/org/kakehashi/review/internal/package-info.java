/// Stores and readers of the room.
@NullMarked
package org.kakehashi.review.internal;

import org.jspecify.annotations.NullMarked;
