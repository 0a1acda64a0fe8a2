/// Behind the door: stores, sniffing, jobs.
@NullMarked
package org.kakehashi.document.internal;

import org.jspecify.annotations.NullMarked;
