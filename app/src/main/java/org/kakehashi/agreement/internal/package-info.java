/// Writing and reading `agreement.*`; behind the door.
@NullMarked
package org.kakehashi.agreement.internal;

import org.jspecify.annotations.NullMarked;
