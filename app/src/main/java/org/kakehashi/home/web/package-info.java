@NullMarked
package org.kakehashi.home.web;

import org.jspecify.annotations.NullMarked;
