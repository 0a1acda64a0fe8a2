/// Strategic partners (戦略的パートナー): designation schemes as data, candidacies with evidence for each
/// criterion, and what became of them.
@NamedInterface("designation")
@NullMarked
package org.kakehashi.partnership.designation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
