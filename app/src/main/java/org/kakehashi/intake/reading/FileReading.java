package org.kakehashi.intake.reading;

import java.util.List;

/// What could be read of a file.
///
/// @param encoding name of the character encoding of a text file, empty for spreadsheets
public record FileReading(
        Format format, String encoding, List<Sheet> sheets, List<ReadingProblem> problems) {

    public enum Format {
        XLSX,
        XLS,
        ODS,
        DELIMITED,
        UNKNOWN
    }

    public FileReading {
        sheets = List.copyOf(sheets);
        problems = List.copyOf(problems);
    }

    static FileReading refused(ReadingProblem problem) {
        return new FileReading(Format.UNKNOWN, "", List.of(), List.of(problem));
    }

    /// Whether nothing of the file can be used.
    public boolean isRefused() {
        return problems.stream().anyMatch(problem -> problem.kind().isFatal());
    }
}
