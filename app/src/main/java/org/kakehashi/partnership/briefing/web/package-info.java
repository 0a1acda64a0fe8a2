@NullMarked
package org.kakehashi.partnership.briefing.web;

import org.jspecify.annotations.NullMarked;
