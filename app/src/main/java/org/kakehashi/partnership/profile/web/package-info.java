@NullMarked
package org.kakehashi.partnership.profile.web;

import org.jspecify.annotations.NullMarked;
