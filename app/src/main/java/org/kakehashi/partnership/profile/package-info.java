/// All that is known of one partner, gathered.
@NullMarked
package org.kakehashi.partnership.profile;

import org.jspecify.annotations.NullMarked;
