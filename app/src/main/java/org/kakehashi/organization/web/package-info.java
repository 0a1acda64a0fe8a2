@NullMarked
package org.kakehashi.organization.web;

import org.jspecify.annotations.NullMarked;
