/// Kakehashi (架け橋): one integrated database on international exchange. Each sub-package is a room,
/// a Spring Modulith module with its declared dependencies; ARCHITECTURE.md shows the floors.
@NullMarked
package org.kakehashi;

import org.jspecify.annotations.NullMarked;
