@NullMarked
package org.kakehashi.publicsite.web;

import org.jspecify.annotations.NullMarked;
