/// What belongs to a visit besides the visit itself: programme, gifts, calendar, documents.
@NullMarked
package org.kakehashi.partnership.visit;

import org.jspecify.annotations.NullMarked;
