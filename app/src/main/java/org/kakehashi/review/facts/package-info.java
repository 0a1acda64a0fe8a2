/// What may be counted about reviews: all that floors 3 and 4 see of them.
@NamedInterface("facts")
@NullMarked
package org.kakehashi.review.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
