@NullMarked
package org.kakehashi.access.internal;

import org.jspecify.annotations.NullMarked;
