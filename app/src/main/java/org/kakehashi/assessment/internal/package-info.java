/// The tables of the room.
@NullMarked
package org.kakehashi.assessment.internal;

import org.jspecify.annotations.NullMarked;
