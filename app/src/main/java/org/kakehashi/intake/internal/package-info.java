@NullMarked
package org.kakehashi.intake.internal;

import org.jspecify.annotations.NullMarked;
