/// Reads releases of the Research Organization Registry (ROR) as a stream, whatever container they
/// come in.
@NullMarked
package org.kakehashi.resolver.ror;

import org.jspecify.annotations.NullMarked;
