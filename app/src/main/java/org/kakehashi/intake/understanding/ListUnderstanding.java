package org.kakehashi.intake.understanding;

import java.util.List;
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

    /// What one table of the sheet seems to mean when a person says where it stands.
    public TableLayout propose(Sheet sheet, int firstRow, int lastRow, List<Integer> headerRows) {
        return new TableProposal(new Grid(sheet), firstRow, lastRow, headerRows).propose();
    }

    /// Reads every row as the layout says.
    public Interpretation interpret(Layout layout, Sheet sheet) {
        return new Interpreter(sheet, recogniser).interpret(layout);
    }
}
