@NullMarked
package org.kakehashi.partnership.internal;

import org.jspecify.annotations.NullMarked;
