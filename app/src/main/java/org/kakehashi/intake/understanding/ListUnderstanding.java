package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
        var partners = new ArrayList<PartnerRecord>();
        var figures = new ArrayList<Figure>();
        var rows = interpret(layout, sheet, partners::add, figures::add);
        return new Interpretation(partners, figures, rows);
    }

    /// Reads every row as the layout says and hands its records over one by one: for large lists.
    /// Answers what each row was used for.
    public Map<Integer, RowUse> interpret(
            Layout layout,
            Sheet sheet,
            Consumer<PartnerRecord> partners,
            Consumer<Figure> figures) {
        return new Interpreter(sheet, recogniser, partners, figures).interpret(layout);
    }
}
