@NullMarked
package org.kakehashi.strategy.web;

import org.jspecify.annotations.NullMarked;
