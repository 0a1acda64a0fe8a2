/// A sheet becomes records: first a proposal of what its columns and rows mean, then, as often as a
/// person corrects it, the reading of every row.
///
/// [ListUnderstanding] is the door.
/// 1. `propose(sheet)` gives a [Layout]: the tables in the sheet, and for each the kind of list,
///    its header rows, the [Role] of every column with confidence and [Reason], and what the title
///    says about all rows. A layout is plain data; a person may change any part, save it as a
///    profile, and `Layout#applyTo` proposes it again for a sheet with the same headers.
/// 2. `interpret(layout, sheet)` gives an [Interpretation]: [PartnerRecord]s (agreements, members)
///    and [Figure]s, what each row was used for, and [Question]s that only a person can answer.
///    Every value knows the cells it came from.
///
/// Both work without knowledge of institutions; an [InstitutionRecogniser] adds countries and
/// settles whether a part of a name is a faculty. Words in many languages live in
/// `resources/org/kakehashi/intake/vocabulary`, not in code. No Spring, no database.
@NullMarked
package org.kakehashi.intake.understanding;

import org.jspecify.annotations.NullMarked;
