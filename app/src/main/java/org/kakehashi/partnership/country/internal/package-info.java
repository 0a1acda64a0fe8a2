@NullMarked
package org.kakehashi.partnership.country.internal;

import org.jspecify.annotations.NullMarked;
