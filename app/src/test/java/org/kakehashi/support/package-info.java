/// What tests share: a real PostgreSQL, a visitor over HTTP, a real browser.
@NullMarked
package org.kakehashi.support;

import org.jspecify.annotations.NullMarked;
