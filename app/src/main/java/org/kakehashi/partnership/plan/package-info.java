/// The plan with a strategic partner (連携計画): joint goals, money, talks, and what both sides gain.
@NullMarked
package org.kakehashi.partnership.plan;

import org.jspecify.annotations.NullMarked;
