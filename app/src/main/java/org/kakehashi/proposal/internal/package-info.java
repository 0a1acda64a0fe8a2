@NullMarked
package org.kakehashi.proposal.internal;

import org.jspecify.annotations.NullMarked;
