@NullMarked
package org.kakehashi.partnership.visit.internal;

import org.jspecify.annotations.NullMarked;
