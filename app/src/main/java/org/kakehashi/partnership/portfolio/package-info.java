/// Partners side by side: what passed between them and us, counted by the same definitions.
@NullMarked
package org.kakehashi.partnership.portfolio;

import org.jspecify.annotations.NullMarked;
