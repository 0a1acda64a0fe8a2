/// The register of agreements at full size: what a page costs and how fast rows are stored.
@NullMarked
package org.kakehashi.bench.agreements;

import org.jspecify.annotations.NullMarked;
