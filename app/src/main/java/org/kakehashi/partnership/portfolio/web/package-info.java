@NullMarked
package org.kakehashi.partnership.portfolio.web;

import org.jspecify.annotations.NullMarked;
