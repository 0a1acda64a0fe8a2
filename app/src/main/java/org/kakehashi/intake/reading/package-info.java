/// A file becomes sheets of cells, whatever program wrote it.
///
/// [ListFiles#read] is the door: xlsx, xls, ods, csv, tsv and other delimited text in UTF-8,
/// UTF-16, CP932, EUC-JP and more. It gives a [FileReading]: the sheets that could be read and
/// typed [ReadingProblem]s with their places, never an exception for what a file contains. Files
/// are hostile until read: every size is limited by [ReadingLimits], no DTD is followed, no formula
/// is computed (the value stored beside it is taken). Rows and columns count from 1, as a
/// spreadsheet shows them. No Spring, no database.
@NamedInterface("reading")
@NullMarked
package org.kakehashi.intake.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
