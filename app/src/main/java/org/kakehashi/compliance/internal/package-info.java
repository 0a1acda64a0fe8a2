@NullMarked
package org.kakehashi.compliance.internal;

import org.jspecify.annotations.NullMarked;
