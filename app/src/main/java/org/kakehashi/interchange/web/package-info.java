/// Addresses of the reconciliation service and its guide.
@NullMarked
package org.kakehashi.interchange.web;

import org.jspecify.annotations.NullMarked;
