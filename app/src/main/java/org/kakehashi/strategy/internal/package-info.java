@NullMarked
package org.kakehashi.strategy.internal;

import org.jspecify.annotations.NullMarked;
