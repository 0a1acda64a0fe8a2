/// Countries and regions: what there is, what is planned, who knows them.
@NullMarked
package org.kakehashi.partnership.country;

import org.jspecify.annotations.NullMarked;
