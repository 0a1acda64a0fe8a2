/// What may be counted about agreements: one filter for lists, exports, counts and figures.
@NamedInterface("facts")
@NullMarked
package org.kakehashi.agreement.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
