@NullMarked
package org.kakehashi.partnership.contact.web;

import org.jspecify.annotations.NullMarked;
