@NullMarked
package org.kakehashi.report.internal;

import org.jspecify.annotations.NullMarked;
