/// Writing and reading `person.*`; behind the door.
@NullMarked
package org.kakehashi.person.internal;

import org.jspecify.annotations.NullMarked;
