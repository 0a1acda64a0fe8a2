@NullMarked
package org.kakehashi.compliance.web;

import org.jspecify.annotations.NullMarked;
