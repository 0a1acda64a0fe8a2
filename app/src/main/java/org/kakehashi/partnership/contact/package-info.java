/// Contacts at partners, by consent.
@NullMarked
package org.kakehashi.partnership.contact;

import org.jspecify.annotations.NullMarked;
