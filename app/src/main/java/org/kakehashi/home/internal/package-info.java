@NullMarked
package org.kakehashi.home.internal;

import org.jspecify.annotations.NullMarked;
