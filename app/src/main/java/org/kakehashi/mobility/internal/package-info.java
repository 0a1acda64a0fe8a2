/// Writing and reading `mobility.*`; behind the door.
@NullMarked
package org.kakehashi.mobility.internal;

import org.jspecify.annotations.NullMarked;
