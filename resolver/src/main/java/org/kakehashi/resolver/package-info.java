/// Turns the text people write for an institution into registry organizations, with evidence, or
/// says honestly that it does not know.
///
/// [org.kakehashi.resolver.Resolver] is the door. `ror` reads releases of the Research Organization
/// Registry. `text`, `index` and `match` are the rooms behind the door and no API.
@NullMarked
package org.kakehashi.resolver;

import org.jspecify.annotations.NullMarked;
