@NullMarked
package org.kakehashi.partnership.web;

import org.jspecify.annotations.NullMarked;
