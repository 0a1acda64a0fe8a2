@NullMarked
package org.kakehashi.partnership.visit.web;

import org.jspecify.annotations.NullMarked;
