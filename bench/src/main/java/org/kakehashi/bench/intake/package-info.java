/// Measures how well lists are understood without a person's help.
@NullMarked
package org.kakehashi.bench.intake;

import org.jspecify.annotations.NullMarked;
