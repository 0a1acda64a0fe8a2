@NullMarked
package org.kakehashi.partnership.contact.internal;

import org.jspecify.annotations.NullMarked;
