/// Pages of the room.
@NullMarked
package org.kakehashi.document.web;

import org.jspecify.annotations.NullMarked;
