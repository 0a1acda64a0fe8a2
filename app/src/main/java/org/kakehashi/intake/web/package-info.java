@NullMarked
package org.kakehashi.intake.web;

import org.jspecify.annotations.NullMarked;
