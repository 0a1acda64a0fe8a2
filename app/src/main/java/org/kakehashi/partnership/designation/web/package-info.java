@NullMarked
package org.kakehashi.partnership.designation.web;

import org.jspecify.annotations.NullMarked;
