@NullMarked
package org.kakehashi.partnership.portfolio.internal;

import org.jspecify.annotations.NullMarked;
