@NullMarked
package org.kakehashi.access.web;

import org.jspecify.annotations.NullMarked;
