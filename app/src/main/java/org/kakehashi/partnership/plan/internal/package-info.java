@NullMarked
package org.kakehashi.partnership.plan.internal;

import org.jspecify.annotations.NullMarked;
