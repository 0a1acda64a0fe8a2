package org.kakehashi.intake.understanding;

import org.kakehashi.intake.reading.Sheet;

/// The door: proposes what a sheet means and reads it so.
public final class ListUnderstanding {

    private final InstitutionRecogniser recogniser;

    /// Understands lists without knowing any institution.
    public ListUnderstanding() {
        this(InstitutionRecogniser.NOBODY);
    }

    public ListUnderstanding(InstitutionRecogniser recogniser) {
        this.recogniser = recogniser;
    }

    /// What the sheet seems to mean, for a person to correct.
    public Layout propose(Sheet sheet) {
        return new LayoutProposal(sheet).propose();
    }

    /// Reads every row as the layout says.
    public Interpretation interpret(Layout layout, Sheet sheet) {
        return new Interpreter(sheet, recogniser).interpret(layout);
    }
}
