@NullMarked
package org.kakehashi.organization.internal;

import org.jspecify.annotations.NullMarked;
