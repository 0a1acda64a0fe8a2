@NullMarked
package org.kakehashi.proposal.web;

import org.jspecify.annotations.NullMarked;
