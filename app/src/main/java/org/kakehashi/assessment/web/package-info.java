/// The pages of the room.
@NullMarked
package org.kakehashi.assessment.web;

import org.jspecify.annotations.NullMarked;
