@NullMarked
package org.kakehashi.agreement.web;

import org.jspecify.annotations.NullMarked;
