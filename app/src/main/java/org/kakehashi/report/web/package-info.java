@NullMarked
package org.kakehashi.report.web;

import org.jspecify.annotations.NullMarked;
