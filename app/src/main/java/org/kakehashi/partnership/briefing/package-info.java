/// Briefing papers about a partner or a visit.
@NullMarked
package org.kakehashi.partnership.briefing;

import org.jspecify.annotations.NullMarked;
