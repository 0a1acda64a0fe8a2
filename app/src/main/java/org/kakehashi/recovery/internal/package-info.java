@NullMarked
package org.kakehashi.recovery.internal;

import org.jspecify.annotations.NullMarked;
