@NullMarked
package org.kakehashi.partnership.profile.internal;

import org.jspecify.annotations.NullMarked;
