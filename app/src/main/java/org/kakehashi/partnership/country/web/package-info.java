@NullMarked
package org.kakehashi.partnership.country.web;

import org.jspecify.annotations.NullMarked;
