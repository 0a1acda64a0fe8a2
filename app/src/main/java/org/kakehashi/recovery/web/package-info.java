@NullMarked
package org.kakehashi.recovery.web;

import org.jspecify.annotations.NullMarked;
