@NullMarked
package org.kakehashi.ui.web;

import org.jspecify.annotations.NullMarked;
