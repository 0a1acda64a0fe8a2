/// Pages of the room.
@NullMarked
package org.kakehashi.review.web;

import org.jspecify.annotations.NullMarked;
