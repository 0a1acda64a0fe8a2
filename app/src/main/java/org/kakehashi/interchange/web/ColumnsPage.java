package org.kakehashi.interchange.web;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.interchange.Batch;
import org.kakehashi.interchange.BatchLine;
import org.kakehashi.interchange.Columns;
import org.kakehashi.ui.view.Choice;

/// Which columns of a list count.
public record ColumnsPage(Batch batch, List<BatchLine> head) {
    public int width() {
        return head.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
    }

    public List<Choice> texts() {
        return choices(batch.textColumn());
    }

    public List<Choice> countries() {
        return choices(batch.countryColumn());
    }

    private List<Choice> choices(@Nullable Integer chosen) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 1; i <= width(); i++) {
            String first = Columns.cell(head.getFirst().cells(), i);
            String shown = first.length() > 40 ? first.substring(0, 40) + "…" : first;
            choices.add(
                    new Choice(
                            String.valueOf(i),
                            t("interchange.columns.column", "n", i, "first", shown),
                            chosen != null && chosen == i));
        }
        return choices;
    }
}
