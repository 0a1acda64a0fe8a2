/// Pages of stays and of a crisis.
@NullMarked
package org.kakehashi.mobility.web;

import org.jspecify.annotations.NullMarked;
