package org.kakehashi.intake.reading;

/// Ends the reading of a file for good; turned into a [FileReading] at the door.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final transient ReadingProblem problem;

    Refusal(ReadingProblem problem) {
        super(problem.kind().name());
        this.problem = problem;
    }

    Refusal(ReadingProblem.Kind kind) {
        this(ReadingProblem.of(kind));
    }

    ReadingProblem problem() {
        return problem;
    }
}
