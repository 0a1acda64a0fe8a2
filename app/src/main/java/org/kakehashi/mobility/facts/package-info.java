/// What may be counted of stays.
@NamedInterface("facts")
@NullMarked
package org.kakehashi.mobility.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
