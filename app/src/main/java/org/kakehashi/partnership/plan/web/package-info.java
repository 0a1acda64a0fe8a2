@NullMarked
package org.kakehashi.partnership.plan.web;

import org.jspecify.annotations.NullMarked;
