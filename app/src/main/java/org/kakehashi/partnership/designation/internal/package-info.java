@NullMarked
package org.kakehashi.partnership.designation.internal;

import org.jspecify.annotations.NullMarked;
