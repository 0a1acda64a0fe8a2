/// Pages of people.
@NullMarked
package org.kakehashi.person.web;

import org.jspecify.annotations.NullMarked;
