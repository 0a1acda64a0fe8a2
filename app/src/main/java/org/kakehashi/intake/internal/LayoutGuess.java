package org.kakehashi.intake.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Uploads;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.intake.understanding.Layout;
import org.kakehashi.intake.understanding.ListUnderstanding;
import org.kakehashi.intake.understanding.TableLayout;
import org.springframework.stereotype.Component;

/// The first layout of a sheet: as understood, or as saved for the same headers.
@Component
public class LayoutGuess {
    private static final int HEADERS = 12;

    private final Matching matching;
    private final ProfileStore profiles;

    LayoutGuess(Matching matching, ProfileStore profiles) {
        this.matching = matching;
        this.profiles = profiles;
    }

    /// @param profile the saved layout it was taken from
    public record Guess(Layout layout, @Nullable UUID profile) {}

    public Guess guess(Sheet sheet) {
        Layout guessed = propose(sheet);
        Map<String, Layout> possible = possible(sheet, guessed);
        var profile = profiles.findByFingerprint(possible.keySet());
        if (profile.isEmpty()) {
            return new Guess(guessed, null);
        }
        Layout saved = profile.get().layout();
        Layout proposed = possible.getOrDefault(saved.fingerprint(), guessed);
        return new Guess(saved.applyTo(proposed), profile.get().id());
    }

    /// Without any saved layout.
    public Layout propose(Sheet sheet) {
        return understanding().propose(sheet);
    }

    /// What one table seems to mean when a person says where it stands.
    public TableLayout propose(Sheet sheet, int firstRow, int lastRow, List<Integer> headerRows) {
        return understanding().propose(sheet, firstRow, lastRow, headerRows);
    }

    private ListUnderstanding understanding() {
        return matching.understanding();
    }

    /// The layouts by their headers that a saved one may be for: as guessed, or with one of the
    /// first rows as header, for headers whose words nobody but a person understands.
    private Map<String, Layout> possible(Sheet sheet, Layout guessed) {
        Map<String, Layout> possible = new LinkedHashMap<>();
        possible.put(guessed.fingerprint(), guessed);
        for (int row = 1; row <= Math.min(HEADERS, sheet.height()); row++) {
            if (sheet.row(row).stream().filter(cell -> !cell.isEmpty()).count() > 1) {
                var table =
                        understanding()
                                .propose(
                                        Uploads.head(sheet, row + HEADERS),
                                        1,
                                        sheet.height(),
                                        List.of(row));
                Layout layout = new Layout(List.of(table));
                possible.putIfAbsent(layout.fingerprint(), layout);
            }
        }
        possible.remove("");
        return possible;
    }
}
